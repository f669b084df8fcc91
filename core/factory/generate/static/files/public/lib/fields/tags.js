import { h } from "../dom.js";
import { field } from "../field.js";
import { compareLists } from "../options.js";
import { compareText } from "../text-field.js";
import { fill } from "../words.js";

/** The most tags of a record, and the most characters of a tag. */
const [MAX_TAGS, MAX_LENGTH] = [30, 40];

/** Words that the person makes up, stored as a list without repetitions. */
export function tags(options) {
  return field(options, {
    type: "tags",
    empty: [],
    accepts: (value) => Array.isArray(value) && value.every((each) => typeof each === "string"),
    format: (value) => (value ?? []).join(", "),
    cell: (value) => (value?.length ? h("span", { class: "chips" }, value.map((tag) => h("span", { class: "chip" }, tag))) : ""),
    input: tokens,
    compare: (a, b, app) => compareLists(a, b, (left, right) => compareText(left, right, app)),
    fromText: (text) => withTags([], text),
  });
}

/** A list with the tags of a text that are not yet in it. */
function withTags(list, text) {
  const found = text.split(/[,;\n]/).map((each) => each.trim().replace(/\s+/g, " ").slice(0, MAX_LENGTH).trim());
  const all = new Map([...list, ...found].filter((tag) => tag !== "").map((tag) => [tag.toLowerCase(), tag]));
  return [...all.values()].slice(0, MAX_TAGS);
}

/** A text box that makes a tag of what was written on Enter or a comma; Backspace takes the last one back. */
function tokens(value, app, { id, describedBy }) {
  let list = value ?? [];
  const shown = h("span", { class: "chips" });
  const control = h("input", { class: "input", id, type: "text", placeholder: app.words.tagsHint, autocomplete: "off", "aria-describedby": describedBy });
  const set = (next) => {
    list = next;
    shown.replaceChildren(...list.map((tag) => token(tag, app, () => remove(tag))));
  };
  const remove = (tag) => {
    set(list.filter((each) => each !== tag));
    control.focus();
  };
  const add = () => {
    set(withTags(list, control.value));
    control.value = "";
  };
  control.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if ((event.key === "Enter" && control.value.trim() !== "") || event.key === ",") {
      event.preventDefault();
      add();
    } else if (event.key === "Backspace" && control.value === "") set(list.slice(0, -1));
  });
  control.addEventListener("blur", add);
  set(list);
  return { node: h("div", { class: "tags" }, shown, control), control, read: () => withTags(list, control.value) };
}

function token(tag, { words }, remove) {
  const button = h("button", { class: "remove", type: "button", "aria-label": fill(words.tagRemove, { name: tag }), onclick: remove }, "×");
  return h("span", { class: "chip" }, tag, button);
}
