import { h } from "../dom.js";
import { field } from "../field.js";
import { compareOptions, optionOf, optionText, readOption } from "../options.js";
import { fill } from "../words.js";

/** The most options that are shown side by side; more are a menu. */
const MAX_RADIOS = 3;

/** One of some options, stored as its identifier. A record whose option is `done` is finished. */
export function choice(given) {
  const { name, options } = given;
  const known = (value) => optionOf(options, value);
  return field(given, {
    type: "choice",
    check: (value, { words }) => (value === null || known(value) ? null : fill(words.choiceInvalid, { name })),
    format: (value) => known(value)?.name ?? "",
    cell: (value) => (known(value) ? h("span", { class: "chip", "data-option": value }, known(value).name) : ""),
    input: options.length > MAX_RADIOS ? menu(given) : radioGroup(given),
    compare: (a, b) => compareOptions(options, a, b),
    toText: (value) => optionText(options, value),
    fromText: (text) => (text.trim() === "" ? null : readOption(options, text)),
    options,
  });
}

function menu({ options }) {
  return (value, { words }, { id, describedBy }) => {
    const control = h(
      "select",
      { class: "input", id, "aria-describedby": describedBy },
      h("option", { value: "" }, words.choiceNone),
      options.map((option) => h("option", { value: option.id }, option.name)),
    );
    control.value = optionOf(options, value) ? value : "";
    return { node: control, control, read: () => control.value || null };
  };
}

function radioGroup({ options, required }) {
  return (value, { words }, { id, describedBy }) => {
    const offered = required ? options : [...options, { id: "", name: words.choiceNone }];
    const radio = (option) =>
      h("input", { id: `${id}-${option.id || "none"}`, type: "radio", name: id, value: option.id, checked: option.id === (value ?? "") });
    const node = h(
      "div",
      { class: "options", id, role: "radiogroup", "aria-describedby": describedBy },
      offered.map((option) => h("label", { class: "option" }, radio(option), h("span", {}, option.name))),
    );
    return { node, control: node, group: true, read: () => node.querySelector("input:checked")?.value || null };
  };
}
