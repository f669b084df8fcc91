import { h } from "./dom.js";
import { field } from "./field.js";

const MAX_LENGTH = 200;

/** A field that is edited in one line of text; `attributes` are those of its text box. */
export function textField(options, { attributes = {}, ...methods }) {
  return field(options, {
    input: (value, _app, { id, describedBy }) => {
      const control = h("input", { class: "input", id, type: "text", maxLength: MAX_LENGTH, "aria-describedby": describedBy, ...attributes });
      control.value = value ?? "";
      return { node: control, control, read: () => control.value.trim() || null };
    },
    compare: compareText,
    ...methods,
  });
}

/** Compares texts as the app's language does, and by their characters where that makes no difference. */
export function compareText(a, b, { locale }) {
  return collatorOf(locale).compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

const collators = new Map();

function collatorOf(locale) {
  if (!collators.has(locale)) collators.set(locale, new Intl.Collator(locale, { numeric: true, sensitivity: "base" }));
  return collators.get(locale);
}
