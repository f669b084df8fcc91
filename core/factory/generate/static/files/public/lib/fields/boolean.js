import { h } from "../dom.js";
import { field } from "../field.js";

/** Yes or no. */
export function checkbox(options) {
  return field(options, {
    type: "boolean",
    empty: false,
    accepts: (value) => typeof value === "boolean",
    format: word,
    cell: (value, app) => h("span", { class: value ? "yes" : "no" }, word(value, app)),
    input: (value, _app, { id, describedBy }) => {
      const control = h("input", { id, type: "checkbox", checked: value === true, "aria-describedby": describedBy });
      return { node: control, control, inline: true, read: () => control.checked };
    },
    compare: (a, b) => Number(a) - Number(b),
    toText: word,
    fromText: (text, app) => {
      const written = text.trim().toLowerCase();
      if (["true", "1", "x", app.words.yes.toLowerCase()].includes(written)) return true;
      return ["false", "0", "", app.words.no.toLowerCase()].includes(written) ? false : undefined;
    },
  });
}

function word(value, { words }) {
  return value ? words.yes : words.no;
}
