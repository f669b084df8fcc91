import { h } from "./dom.js";

/** A list above the records from which one of `options` (`[value, text]`) is chosen; `choose(value)` is told which. */
export function selectControl({ id, label, options, chosen, choose }) {
  const list = h(
    "select",
    { class: "input", id, onchange: () => choose(list.value) },
    options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)),
  );
  return h("div", { class: "field control" }, h("label", { htmlFor: id }, label), list);
}

/** A box above the records that is checked or not. */
export function checkControl({ id, label, checked, choose }) {
  const box = h("input", { type: "checkbox", id, checked, onchange: () => choose(box.checked) });
  return h("div", { class: "control control-check" }, box, h("label", { htmlFor: id }, label));
}
