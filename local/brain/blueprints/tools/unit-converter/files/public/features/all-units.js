import { categoryOf } from "../model/units.js";
import { convert, unitOf } from "../model/convert.js";

/** The value in every other unit of its category: each unit with its result. */
export function inAllUnits(state, value) {
  const from = unitOf(state, state.from);
  return categoryOf(state.category)
    .units.filter((unit) => unit !== from)
    .map((unit) => ({ unit, result: convert(value, from, unit) }));
}
