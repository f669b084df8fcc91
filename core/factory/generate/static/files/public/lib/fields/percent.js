import { h } from "../dom.js";
import { numberField, ofUnit } from "../number-field.js";
import { percentText, readNumber } from "../numbers.js";

/** A share of one hundred, from 0 to 100. */
export function percent(options) {
  return numberField(
    { min: 0, max: 100, ...options },
    {
      type: "percent",
      ...ofUnit("%"),
      show: (value, { locale }) => percentText(value, locale),
      read: (text, { locale }) => readNumber(text.replace("%", ""), locale),
      cell: (value, app) => (Number.isFinite(value) ? bar(value, app) : ""),
    },
  );
}

function bar(value, { locale }) {
  const filled = h("progress", { max: 100, value, "aria-hidden": "true" });
  return h("span", { class: "percent" }, filled, h("span", { class: "number" }, percentText(value, locale)));
}
