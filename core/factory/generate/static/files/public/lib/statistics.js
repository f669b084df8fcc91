/**
 * One number for a list of values: `count` counts records, the others work on the numbers among the values. Returns
 * null where there is nothing to compute an average, minimum or maximum of.
 */
export function aggregate(op, values) {
  if (op === "count") return values.length;
  const numbers = values.filter((value) => typeof value === "number" && Number.isFinite(value));
  if (op === "sum") return sum(numbers);
  if (numbers.length === 0) return null;
  if (op === "average") return sum(numbers) / numbers.length;
  return numbers.reduce((one, other) => (op === "minimum" ? Math.min(one, other) : Math.max(one, other)));
}

/** The sum of numbers, without the traces of binary fractions (0.1 + 0.2 is 0.3). */
export function sum(numbers) {
  return Number(numbers.reduce((total, value) => total + value, 0).toPrecision(15));
}

/** The records by what `keyOf` returns for them (null for none), in order of first appearance. */
export function groupBy(records, keyOf) {
  const groups = new Map();
  for (const record of records) {
    const key = keyOf(record);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(record);
  }
  return groups;
}

/** Round values for the lines of an axis from 0 to at least `max`: at most `lines` steps of 1, 2 or 5 times a power of ten, and of at least `least`. */
export function ticks(min, max, { lines = 5, least = 0 } = {}) {
  const span = Math.max(max, 0) - Math.min(min, 0) || 1;
  const power = 10 ** Math.floor(Math.log10(span / lines));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => span / each <= lines && each >= least) ?? least;
  const from = Math.floor(Math.min(min, 0) / step);
  const to = Math.ceil(Math.max(max, 0) / step);
  return Array.from({ length: Math.max(to - from, 1) + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
}
