import { add, divide, multiply, readDecimal, subtract } from "../lib/exact.js";
import { CATEGORIES, categoryOf } from "./units.js";

/** A value in another unit of the same category, exactly. */
export function convert(value, from, to) {
  const base = multiply(add(value, readDecimal(from.shift)), factorOf(from));
  return subtract(divide(base, factorOf(to)), readDecimal(to.shift));
}

function factorOf({ factor }) {
  const [top, bottom = "1"] = factor.split("/");
  return divide(readDecimal(top), readDecimal(bottom));
}

/** What is converted: the ids of category and units, and the text of the value. `pair` names two units, as `mi|km`. */
export function startOf(categoryId, pair = "") {
  const [one, other] = pair.split("|");
  const ofPair = CATEGORIES.find(({ units }) => [one, other].every((each) => units.some(({ id }) => id === each)));
  const { id, start } = ofPair ?? categoryOf(categoryId);
  const [from, to] = ofPair ? [one, other] : start;
  return { category: id, from, to, text: "1" };
}

export function swap(state) {
  return { ...state, from: state.to, to: state.from };
}

export function unitOf({ category }, id) {
  const { units } = categoryOf(category);
  return units.find((unit) => unit.id === id) ?? units[0];
}

/** A stored state whose category and units exist; throws when it is none. */
export function parseState(value) {
  const category = CATEGORIES.find(({ id }) => id === value?.category);
  const has = (id) => category?.units.some((unit) => unit.id === id);
  if (!has(value?.from) || !has(value.to) || typeof value.text !== "string") throw new TypeError("no conversion");
  return { category: category.id, from: value.from, to: value.to, text: value.text.slice(0, 40) };
}
