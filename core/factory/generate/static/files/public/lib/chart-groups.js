import { dayOf } from "./calculate.js";
import { isEmpty } from "./field.js";
import { addMonths } from "./month.js";
import { aggregate, groupBy } from "./statistics.js";
import { fill } from "./words.js";

const DATES = new Set(["date", "date_time", "created_at"]);
/** Without a period, up to so many days are shown one by one; more are shown by month, but for a course. */
const MOST_DAYS = 31;

/**
 * The groups of a chart, as `{ label, value }`: the number of records for each value of the field `by`, or the sum of the
 * field `measured` (with `op` "average", the average: null without a number). Dates are in order without gaps, by day or
 * by month, options in their own order. `course` asks for what was measured over time: a day without a number has no
 * value (null), as nobody weighs 0 kg between two weighings. A month in which nothing was added up has 0.
 */
export function groupsOf(app, by, measured, records, { op = "sum", period, course = false } = {}) {
  const isCourse = course && measured !== undefined && DATES.has(by.result ?? by.type);
  const summarised = (list) => {
    const numbers = list.map((record) => record[measured.id]).filter(Number.isFinite);
    const isUnknown = numbers.length === 0 && isCourse && !(op === "sum" && period === "month");
    return isUnknown ? null : aggregate(op, numbers);
  };
  const values = measured ? summarised : (list) => list.length;
  if (DATES.has(by.result ?? by.type)) return dateGroups(app, by, records, values, period ?? (isCourse ? "day" : undefined));
  const groups = groupBy(records, (record) => keyOf(by, record[by.id]));
  const keys = by.options ? [...by.options.map(({ id }) => id), ...(groups.has(null) ? [null] : [])] : [...groups.keys()];
  return keys.map((key) => ({ label: labelOf(app, by, key), value: values(groups.get(key) ?? []) }));
}

/** A reference to several records is grouped by all of them. */
function keyOf(by, value) {
  if (by.type === "boolean") return value === true;
  if (isEmpty(value)) return null;
  return Array.isArray(value) ? JSON.stringify(value) : value;
}

function labelOf(app, by, key) {
  if (key === null) return app.words.chartNone;
  if (by.type === "boolean") return key ? by.name : fill(app.words.chartNot, { field: by.name });
  return by.format(typeof key === "string" && key.startsWith("[") ? JSON.parse(key) : key, app) || app.words.chartNone;
}

function dateGroups(app, by, records, values, period) {
  const dated = records.filter((record) => !isEmpty(record[by.id]));
  const days = groupBy(dated, (record) => dayOf(record[by.id]));
  const sorted = [...days.keys()].sort();
  if (sorted.length === 0) return [];
  const span = (Date.parse(sorted.at(-1)) - Date.parse(sorted[0])) / 86_400_000 + 1;
  if (period ? period === "day" : span <= MOST_DAYS)
    return daysFrom(sorted[0], span).map((day) => ({ label: dateText(day, app.locale, { day: "numeric", month: "short" }), value: values(days.get(day) ?? []) }));
  const months = groupBy(dated, (record) => dayOf(record[by.id]).slice(0, 7));
  return monthsFrom(sorted[0].slice(0, 7), sorted.at(-1).slice(0, 7)).map((month) => ({
    label: dateText(`${month}-01`, app.locale, { month: "short", year: "numeric" }),
    value: values(months.get(month) ?? []),
  }));
}

/** Days without gaps; beyond ten years only the last ten. */
function daysFrom(first, span) {
  const count = Math.min(span, 3660);
  return Array.from({ length: count }, (_, index) => new Date(Date.parse(first) + (span - count + index) * 86_400_000).toISOString().slice(0, 10));
}

/** Months without gaps; beyond ten years only the last ten. */
function monthsFrom(first, last) {
  const months = [last];
  while (months[0] > first && months.length < 120) months.unshift(addMonths(months[0], -1));
  return months;
}

function dateText(day, locale, options) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
