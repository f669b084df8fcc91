import type { FieldType } from "#core/factory/specification/field.ts";
import type { Operand } from "#core/factory/specification/formula.ts";
import { formsOf } from "#local/brain/lexicon/inflections.ts";
import { callOf, rowsOf, wordsFrom } from "#local/brain/lexicon/table.ts";
import type { FieldFormula, FieldWord } from "#local/brain/lexicon/types.ts";

/**
 * Reads a table of field words: `key | type and constraints | en | de | fr | es`. Constraints are `unit=days`,
 * `options=priority`, `min=0`, `max=10`, `default=today` and `formula=multiply(quantity,price)`. An operand of a formula
 * is a field, a number or `today`; an aggregate is `sum(order_line.total)` or `count(visit)`.
 */
export function fields(table: string): FieldWord[] {
  return rowsOf(table, 6).map(([key = "", type = "", ...cells]) => ({
    key,
    ...constraintsOf(type),
    words: wordsFrom(cells, formsOf),
  }));
}

function constraintsOf(cell: string): Omit<FieldWord, "key" | "words"> {
  const [type, ...given] = cell.split(/\s+/);
  return Object.assign({ type: type as FieldType }, ...given.map(constraintOf));
}

function constraintOf(constraint: string): Partial<FieldWord> {
  const [name = "", value = ""] = constraint.split("=");
  switch (name) {
    case "options":
    case "unit":
      return { [name]: value };
    case "min":
    case "max":
      return { [name]: Number(value) };
    case "default":
      return { default: /^\d+$/.test(value) ? Number(value) : value === "true" || value };
    case "formula":
      return { formula: formulaOf(value) };
    default:
      throw new Error(`'${name}' is not a constraint of a field word.`);
  }
}

function formulaOf(text: string): FieldFormula {
  const { name, args } = callOf(text);
  const [left = "", right] = args;
  if (right !== undefined)
    return { op: name, left: operandOf(left), right: operandOf(right) } as FieldFormula;
  const [noun, field] = left.split(".");
  return { op: name, noun, ...(field && { field }) } as FieldFormula;
}

function operandOf(text: string): Operand {
  if (text === "today") return { today: true };
  return /^\d/.test(text) ? { number: Number(text) } : { field: text };
}
