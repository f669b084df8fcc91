import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import { type Kind, operandKind } from "#core/factory/generate/fields/formula-result.ts";
import type { Formula, Operand } from "#core/factory/specification/formula.ts";

/** A value of which only that it is there is known. */
export const SOMETHING = Symbol("something");

/** The value of a field as it is stored; dates and moments as their day. */
export type Value = string | number | boolean | readonly string[] | null | typeof SOMETHING;

type Calculation = Extract<Formula, { left: Operand }>;

const DAY_MS = 86_400_000;

/** As in the app: a number of 0 is not empty. */
export const isEmptyValue = (value: Value): boolean =>
  value === null || value === "" || value === false || (Array.isArray(value) && value.length === 0);

/** The result of a formula for two operands. */
export function calculated(formula: Calculation, left: Value, right: Value, place: FieldPlace): Value {
  if (left === null || right === null) return null;
  const { op } = formula;
  if (op === "add_days")
    return typeof left === "string" && typeof right === "number" ? addDays(left, right) : SOMETHING;
  if (op === "days_between")
    return typeof left === "string" && typeof right === "string"
      ? (Date.parse(right) - Date.parse(left)) / DAY_MS
      : SOMETHING;
  if (typeof left !== "number" || typeof right !== "number" || isConverted(formula, place)) return SOMETHING;
  return ARITHMETIC[op](left, right);
}

const ARITHMETIC: Readonly<
  Record<Exclude<Calculation["op"], "add_days" | "days_between">, (a: number, b: number) => number | null>
> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => (b === 0 ? null : a / b),
};

/** Whether the app may convert the operands, such as a percentage into a share. */
function isConverted({ op, left, right }: Calculation, { entity, specification }: FieldPlace): boolean {
  const kinds = [left, right].map((each) => operandKind(each, entity, specification.entities));
  const isPlain = (kind: Kind) => kind === "number" || kind === "literal";
  if (kinds.every(isPlain)) return false;
  // An amount counts in its minor unit, which only a plain number that is added to it does not.
  const isAmount = (kind: Kind) => kind === "money" || kind === "literal";
  return !kinds.every((kind) => isAmount(kind) || (op === "multiply" && kind === "number"));
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + Math.round(days) * DAY_MS).toISOString().slice(0, 10);
