import { h } from "./dom.js";

/** A small field for a whole number from 1, with its label; `change` is called with the text at every input. */
export function numberField(label, id, change) {
  const input = h("input", { class: "input", id, type: "number", min: "1", inputMode: "numeric", oninput: () => change(input.value) });
  return { input, node: h("div", { class: "small-field" }, h("label", { htmlFor: id }, label), input) };
}
