import { divide, multiply, readDecimal, toDecimal } from "../lib/exact.js";

/** What can be chosen: decimal places, or null for as many as there are. */
export const PLACES = [null, 0, 1, 2, 3, 4, 6];

/** A number rounded half up to decimal places; zeros at its end are kept. */
export function roundTo(value, places) {
  const scale = readDecimal(`1E${places}`);
  const { top, bottom } = multiply(value, scale);
  const size = top < 0n ? -top : top;
  const whole = (2n * size + bottom) / (2n * bottom);
  const text = toDecimal(divide({ top: top < 0n ? -whole : whole, bottom: 1n }, scale));
  if (places === 0 || text.includes("E")) return text;
  const [integer, part = ""] = text.split(".");
  return `${integer}.${part.padEnd(places, "0")}`;
}

/** A stored choice; throws when it is none. */
export function parsePlaces(value) {
  if (!PLACES.includes(value)) throw new TypeError("no number of places");
  return value;
}
