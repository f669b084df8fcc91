import type { Field } from "./field.ts";
import type { Condition, Formula, Operand } from "./formula.ts";
import type { Entity } from "./specification.ts";
import { DATES, NUMBERS, valueType } from "./value-type.ts";

/** Why a formula of `entity` has no meaning, as sentences that start with `place`. */
export function formulaFaults(
  formula: Formula,
  entity: Entity,
  entities: readonly Entity[],
  place: string,
): string[] {
  if ("left" in formula) {
    const [left, right] = OPERANDS[formula.op];
    return [
      ...operandFaults(formula.left, left, entity, place),
      ...operandFaults(formula.right, right, entity, place),
    ];
  }
  const other = entities.find(({ id }) => id === formula.entity);
  const through = other?.fields.find(({ id }) => id === formula.through);
  if (through?.reference?.entity !== entity.id)
    return [`${place}.formula: '${formula.entity}.${formula.through}' does not refer to '${entity.id}'.`];
  if (formula.op === "count") return [];
  const wanted = formula.op === "latest" ? DATES : NUMBERS;
  return operandFaults({ field: formula.field }, wanted, other as Entity, place);
}

const OPERANDS = {
  add: [NUMBERS, NUMBERS],
  subtract: [NUMBERS, NUMBERS],
  multiply: [NUMBERS, NUMBERS],
  divide: [NUMBERS, NUMBERS],
  add_days: [DATES, NUMBERS],
  days_between: [DATES, DATES],
} as const;

function operandFaults(
  operand: Operand,
  types: readonly Field["type"][],
  entity: Entity,
  place: string,
): string[] {
  if ("number" in operand)
    return types === NUMBERS ? [] : [`${place}.formula: ${operand.number} is not a date.`];
  if ("today" in operand) return types === DATES ? [] : [`${place}.formula: today is not a number.`];
  const field = entity.fields.find(({ id }) => id === operand.field);
  if (!field) return [`${place}.formula: '${operand.field}' is not a field of '${entity.id}'.`];
  return types.includes(valueType(field))
    ? []
    : [`${place}.formula: '${operand.field}' is ${field.type}, which it cannot compute with.`];
}

/** Why a condition on a record of `entity` has no meaning, as sentences that start with `place`. */
export function conditionFaults(condition: Condition, entity: Entity, place: string): string[] {
  return condition.flatMap(({ field: id, is, value, than }) => {
    const field = entity.fields.find((each) => each.id === id);
    if (!field) return [`${place}: '${id}' is not a field of '${entity.id}'.`];
    const operands = [value, than].filter((each) => each !== undefined).length;
    const expected = is === "empty" || is === "not_empty" ? 0 : 1;
    if (operands !== expected) return [`${place}: '${is}' takes ${expected} of value and than.`];
    if (than && "field" in than && !entity.fields.some((each) => each.id === than.field))
      return [`${place}: '${than.field}' is not a field of '${entity.id}'.`];
    if (field.options && value !== undefined && !field.options.some((option) => option.id === value))
      return [`${place}: '${value}' is not an option of '${id}'.`];
    return [];
  });
}
