import { h } from "../dom.js";
import { field } from "../field.js";
import { compareLists, compareOptions, optionOf, optionText, readOption } from "../options.js";

/** Some of several options, stored as a list of their identifiers in the order of the options. */
export function choices(given) {
  const { options } = given;
  const ordered = (ids) => options.filter(({ id }) => ids?.includes(id));
  const names = (value) => ordered(value).map(({ name }) => name);
  return field(given, {
    type: "choices",
    empty: [],
    accepts: (value) => Array.isArray(value) && value.every((each) => typeof each === "string"),
    format: (value) => names(value).join(", "),
    cell: (value) => (names(value).length === 0 ? "" : h("span", { class: "chips" }, names(value).map(chip))),
    input: (value, _app, { id, describedBy }) => {
      const box = (option) =>
        h("input", { id: `${id}-${option.id}`, type: "checkbox", value: option.id, checked: value?.includes(option.id) });
      const node = h(
        "div",
        { class: "options", id, role: "group", "aria-describedby": describedBy },
        options.map((option) => h("label", { class: "option" }, box(option), h("span", {}, option.name))),
      );
      return { node, control: node, group: true, read: () => [...node.querySelectorAll("input:checked")].map((each) => each.value) };
    },
    compare: (a, b) => compareLists(a, b, (left, right) => compareOptions(options, left, right)),
    toText: (value) => ordered(value).map(({ id }) => optionText(options, id)).join(", "),
    fromText: (text) => {
      const ids = text.split(",").filter((word) => word.trim() !== "").map((word) => readOption(options, word));
      return ids.includes(undefined) ? undefined : ordered(ids).map(({ id }) => id);
    },
    options,
  });
}

function chip(name) {
  return h("span", { class: "chip" }, name);
}
