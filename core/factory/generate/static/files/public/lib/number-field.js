import { h } from "./dom.js";
import { field } from "./field.js";
import { fill } from "./words.js";
import { numberText, plainNumber, readNumber, shownNumber } from "./numbers.js";

/**
 * A field that is a number. `show(value, app)` writes it for people, `edit(value, app)` for the text box, and
 * `read(text, app)` reads what people write: null for nothing, undefined for what is not a number. `suffix(app)` stands
 * beside the text box.
 */
export function numberField(options, { show, edit, read, suffix, ...methods }) {
  return field(options, {
    accepts: (value) => value === null || Number.isFinite(value),
    invalid: ({ words }) => fill(words.numberInvalid, { name: options.name }),
    check: (value, app) => outOfRange(value, options, show, app),
    format: (value, app) => (Number.isFinite(value) ? show(value, app) : ""),
    cell: (value, app) => (Number.isFinite(value) ? h("span", { class: "number" }, show(value, app)) : ""),
    input: (value, app, { id, describedBy }) => {
      const control = h("input", { class: "input", id, type: "text", inputMode: "decimal", autocomplete: "off", "aria-describedby": describedBy });
      control.value = Number.isFinite(value) ? edit(value, app) : "";
      const node = suffix ? h("span", { class: "with-suffix" }, control, h("span", { class: "suffix" }, suffix(app))) : control;
      return { node, control, read: () => read(control.value, app) };
    },
    compare: (a, b) => a - b,
    toText: (value) => (Number.isFinite(value) ? plainNumber(value) : ""),
    fromText: (text, app) => plainOr(text, Number, () => read(text, app)),
    ...methods,
  });
}

/** The methods of a number with an optional unit. */
export function ofUnit(unit) {
  return {
    show: (value, { locale }) => shownNumber(value, locale) + (unit ? `\u00a0${unit}` : ""),
    edit: (value, { locale }) => numberText(value, locale),
    read: (text, { locale }) => readNumber(text, locale),
    suffix: unit && (() => unit),
  };
}

/** Reads a text of digits with a point, as tables have it, and anything else as people write it. */
export function plainOr(text, plain, otherwise) {
  return /^\s*-?\d{1,15}(\.\d{1,15})?\s*$/.test(text) ? plain(text) + 0 : otherwise();
}

function outOfRange(value, { name, min, max }, show, app) {
  if (value === null) return null;
  if (min !== undefined && value < min) return fill(app.words.numberTooLow, { name, min: show(min, app) });
  if (max !== undefined && value > max) return fill(app.words.numberTooHigh, { name, max: show(max, app) });
  return null;
}
