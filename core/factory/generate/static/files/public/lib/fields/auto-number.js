import { h } from "../dom.js";
import { field } from "../field.js";

/** A number that counts the records, set by the app: one more than the highest there is. */
export function autoNumber(options) {
  return field(options, {
    type: "auto_number",
    readOnly: true,
    assign: (records) => records.reduce((highest, record) => Math.max(highest, record[options.id] ?? 0), 0) + 1,
    accepts: (value) => value === null || Number.isSafeInteger(value),
    cell: (value) => (value === null ? "" : h("span", { class: "number" }, String(value))),
    compare: (a, b) => a - b,
    fromText: (text) => (text.trim() === "" ? null : /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : undefined),
  });
}
