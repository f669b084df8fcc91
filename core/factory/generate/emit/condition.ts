import { recordName } from "#core/factory/generate/print/case.ts";
import { type Code, code } from "#core/factory/generate/print/code.ts";
import { literal } from "#core/factory/generate/print/print.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Comparison, Condition, Operand } from "#core/factory/specification/formula.ts";
import type { Entity } from "#core/factory/specification/specification.ts";

const CONDITIONS = "lib/conditions.js";

const ORDERS = { less: "isLess", at_most: "isAtMost", more: "isMore", at_least: "isAtLeast" } as const;

/**
 * A condition as a function of a record: `(plant) => isAtMost(plant.next_watering, currentDay())`. Its values are those
 * that are stored: amounts of money in the minor unit, durations in seconds.
 */
export function conditionCode(condition: Condition, entity: Entity): Code {
  const record = recordName(entity.id);
  const source = condition.map((each) => comparison(each, record, entity)).join(" && ");
  return code(`(${record}) => ${source}`, importsOf(source));
}

function importsOf(source: string): Record<string, string> {
  const names = [...Object.values(ORDERS), "isEqual", "dayOf"].map((name) => [name, CONDITIONS]);
  const used = [...names, ["currentDay", "lib/calculate.js"], ["isEmpty", "lib/field.js"]];
  return Object.fromEntries(used.filter(([name]) => source.includes(`${name}(`)));
}

function comparison({ field: id, is, value, than }: Comparison, record: string, entity: Entity): string {
  const field = entity.fields.find((each) => each.id === id) as Field;
  const read = `${record}.${id}`;
  if (is === "empty") return `isEmpty(${read})`;
  if (is === "not_empty") return `!isEmpty(${read})`;
  const other = than ? operand(than, record, entity) : constant(value ?? null);
  const own = isMoment(field) ? `dayOf(${read})` : read;
  if (is === "equal" || is === "not_equal") return `${is === "equal" ? "" : "!"}isEqual(${own}, ${other})`;
  return `${ORDERS[is]}(${own}, ${other})`;
}

function constant(value: string | number | boolean | null): string {
  return typeof value === "string" ? literal(value) : String(value);
}

function operand(than: Operand, record: string, entity: Entity): string {
  if ("today" in than) return "currentDay()";
  if ("number" in than) return String(than.number);
  const field = entity.fields.find((each) => each.id === than.field) as Field;
  return isMoment(field) ? `dayOf(${record}.${than.field})` : `${record}.${than.field}`;
}

/** Whether a field's value may be a moment, of which conditions compare the day. */
function isMoment({ type, formula }: Field): boolean {
  return type === "date_time" || type === "created_at" || (formula !== undefined && formula.op === "latest");
}
