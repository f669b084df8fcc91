import { h } from "../dom.js";
import { field } from "../field.js";
import { dayText, durationText, isDay, isMoment, momentText } from "../moments.js";
import { moneyText, percentText, plainNumber, shownNumber } from "../numbers.js";

/** How the results of a formula are shown, by what they are. */
const SHOW = {
  number: (value, app, unit) => shownNumber(Number(value.toFixed(2)), app.locale) + (unit ? `\u00a0${unit}` : ""),
  money: (value, app) => moneyText(value, app),
  percent: (value, { locale }) => percentText(Number(value.toFixed(2)), locale),
  duration: (value) => durationText(Math.round(value)),
  date: (value, { locale }) => (isDay(value) ? dayText(value, locale) : isMoment(value) ? momentText(value, locale) : ""),
};

/** A value that follows from others: `value(record, records)` is called whenever it is read. `result` says what it is. */
export function computed(options) {
  const { result, unit, value: derive } = options;
  const isDate = result === "date";
  const fits = (value) => (isDate ? typeof value === "string" : Number.isFinite(value));
  const format = (value, app) => (fits(value) ? SHOW[result](value, app, unit) : "");
  return field(options, {
    type: "computed",
    result,
    readOnly: true,
    derived: true,
    derive: result === "money" ? (record, records) => rounded(derive(record, records)) : derive,
    accepts: () => true,
    format,
    cell: (value, app) => (fits(value) ? h("span", { class: isDate ? "date" : "number" }, format(value, app)) : ""),
    compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    toText: (value) => (isDate || !fits(value) ? (value ?? "") : plainNumber(value)),
    fromText: () => null,
  });
}

/** Amounts are whole numbers of the minor unit. */
function rounded(value) {
  return Number.isFinite(value) ? Math.round(value) : null;
}
