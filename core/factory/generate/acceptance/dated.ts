import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Operand } from "#core/factory/specification/formula.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { Entry } from "./form-steps.ts";
import { control } from "./forms.ts";
import { fill } from "./steps.ts";

/** A day that has passed and one that is to come, for as long as an app is tested. */
export const PAST = "2020-01-15";
export const FUTURE = "2099-01-15";

const DAY_MS = 86_400_000;

/** What to enter in a record, by field, and the day YYYY-MM-DD that its date field then has. */
interface Dated {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly day: string;
}

/** Enters a day in a date field, or in the date from which it is computed by adding days. Returns null for a date that steps cannot set. */
export function enterDay(
  field: Field,
  day: string,
  entity: Entity,
  specification: Specification,
): Dated | null {
  if (field.type === "date") return { entries: new Map([[field.id, entered(field, day)]]), day };
  if (field.type === "date_time")
    return { entries: new Map([[field.id, entered(field, `${day}T09:00`)]]), day };
  const { formula } = field;
  if (formula?.op !== "add_days" || !("left" in formula) || !("field" in formula.left)) return null;
  const { left, right } = formula;
  const from = entity.fields.find(({ id }) => id === left.field);
  const added = daysOf(right, entity, specification);
  if (from?.type !== "date" || !added) return null;
  return {
    entries: new Map([[from.id, entered(from, day)], ...added.entries]),
    day: new Date(Date.parse(day) + added.days * DAY_MS).toISOString().slice(0, 10),
  };
}

const entered = (field: Field, value: string): Entry => ({
  steps: [fill(control(field), value)],
  shown: null,
});

/** How many days are added, and what to enter for it if a field says so. */
function daysOf(right: Operand, entity: Entity, specification: Specification) {
  if ("number" in right) return { days: right.number, entries: new Map<string, Entry>() };
  if (!("field" in right)) return null;
  const field = entity.fields.find(({ id }) => id === right.field);
  const example = field && fieldModule(field.type).example(field, 0, { specification, entity });
  if (!field || typeof example?.value !== "number") return null;
  const entry = { steps: example.steps(control(field)), shown: example.shown };
  return { days: example.value, entries: new Map([[field.id, entry]]) };
}
