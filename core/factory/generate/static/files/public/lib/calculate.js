import { dayOf as dayOfDate } from "./moments.js";

const DAY = 86_400_000;

// What computed fields calculate with. A result is null if a value that it needs is not there.
export const addNumbers = both((a, b) => a + b);
export const subtractNumbers = both((a, b) => a - b);
export const multiplyNumbers = both((a, b) => a * b);

/** Null for a division by zero. */
export const divideNumbers = both((a, b) => (b === 0 ? null : a / b));

/** A percentage as a factor: 0.2 for 20. */
export function asFactor(percent) {
  return divideNumbers(percent, 100);
}

/** A length of time in hours. */
export function asHours(seconds) {
  return divideNumbers(seconds, 3600);
}

/** The day it is here. */
export function today() {
  return dayOfDate(new Date());
}

/** The same under a name that no record in a generated formula has. */
export const currentDay = today;

/** The day of a date, or of a moment in the zone of the device; null for none. */
export function dayOf(value) {
  if (typeof value !== "string" || value === "") return null;
  return value.length > 10 ? dayOfDate(new Date(value)) : value;
}

/** The day that is some days after a day or a moment. */
export function addDays(date, days) {
  if (!isThere(date) || !isThere(days)) return null;
  const result = new Date(dayNumber(date) + Math.round(days) * DAY);
  return Number.isNaN(result.getTime()) || result.getUTCFullYear() > 9999 || result.getUTCFullYear() < 1 ? null : result.toISOString().slice(0, 10);
}

/** The number of days from one day or moment to another; negative if the other is earlier. */
export function daysBetween(from, to) {
  return isThere(from) && isThere(to) ? Math.round((dayNumber(to) - dayNumber(from)) / DAY) : null;
}

export function countOf(records) {
  return records.length;
}

/** The sum of a value of some records; 0 for none. */
export function sumOf(records, field) {
  return exact(valuesOf(records, field).reduce((sum, value) => sum + value, 0));
}

export function averageOf(records, field) {
  return divideNumbers(sumOf(records, field), valuesOf(records, field).length);
}

export function minimumOf(records, field) {
  return valuesOf(records, field).reduce((least, value) => (least === null || value < least ? value : least), null);
}

export function maximumOf(records, field) {
  return valuesOf(records, field).reduce((most, value) => (most === null || value > most ? value : most), null);
}

/** The latest day or moment of some records; null for none. */
export function latestOf(records, field) {
  return maximumOf(records, field);
}

function isThere(value) {
  return value !== null && value !== undefined;
}

function both(calculate) {
  return (a, b) => (isThere(a) && isThere(b) ? exact(calculate(a, b)) : null);
}

/** A number without the traces of binary fractions: 0.1 + 0.2 is 0.3. */
function exact(value) {
  return value === null ? null : Number(value.toPrecision(15));
}

/** Midnight of a day in milliseconds. */
function dayNumber(date) {
  return Date.parse(`${dayOf(date)}T00:00:00Z`);
}

function valuesOf(records, field) {
  return records.map((record) => record[field]).filter(isThere);
}
