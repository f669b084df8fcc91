import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Comparison, Condition } from "#core/factory/specification/formula.ts";
import { type Candidate, type Constant, candidatesOf, type Entries, merged } from "./candidates.ts";
import { isEmptyValue, SOMETHING, type Value } from "./value.ts";

/** A comparison that is to hold for a new record, or not. */
interface Goal {
  readonly comparison: Comparison;
  readonly holds: boolean;
}

/** Apps are tested between these days: what holds on both holds on the day of the test. */
export const ANY_DAY = ["2025-01-01", "2090-12-31"] as const;

type Chosen = ReadonlyMap<string, Candidate>;

/** What to enter so that all comparisons hold; null if that is not known. */
export function entriesWhere(condition: Condition, place: FieldPlace): Entries | null {
  return entriesFor(
    condition.map((comparison) => ({ comparison, holds: true })),
    place,
  );
}

/** What to enter so that one comparison does not hold, and the others do if that is possible; null if that is not known. */
export function entriesWhereNot(
  condition: Condition,
  place: FieldPlace,
  also: Condition = [],
): Entries | null {
  const goals = (decisive: Comparison, others: Condition): Goal[] => [
    ...also.map((comparison) => ({ comparison, holds: true })),
    ...others.map((comparison) => ({ comparison, holds: comparison !== decisive })),
  ];
  const sharp = condition.map((each) => () => entriesFor(goals(each, condition), place));
  const blunt = condition.map((each) => () => entriesFor(goals(each, [each]), place));
  for (const find of [...sharp, ...blunt]) {
    const entries = find();
    if (entries) return entries;
  }
  return null;
}

function entriesFor(goals: readonly Goal[], place: FieldPlace): Entries | null {
  const fields = place.entity.fields.filter(({ id }) =>
    goals.some(({ comparison }) => names(comparison, id)),
  );
  return search(goals, fields, new Map(), new Map(), place);
}

/** Chooses a candidate for each field in turn, as long as the goals that are decided are reached. */
function search(
  goals: readonly Goal[],
  [field, ...left]: readonly Field[],
  chosen: Chosen,
  entries: Entries,
  place: FieldPlace,
): Entries | null {
  if (!field) return entries;
  for (const candidate of candidatesOf(field, place, constantsOf(goals))) {
    const next = new Map([...chosen, [field.id, candidate]]);
    const all = merged(entries, candidate.entries);
    if (!all || !goals.every((goal) => isReached(goal, next))) continue;
    const found = search(goals, left, next, all, place);
    if (found) return found;
  }
  return null;
}

const constantsOf = (goals: readonly Goal[]): Constant[] =>
  goals.flatMap(({ comparison: { value, than } }) => [
    ...(value === undefined || typeof value === "boolean" ? [] : [value]),
    ...(than && "number" in than ? [than.number] : []),
  ]);

const names = ({ field, than }: Comparison, id: string): boolean =>
  field === id || (than !== undefined && "field" in than && than.field === id);

/** Whether a goal is reached on any day, or waits for a value that is not chosen yet. */
function isReached({ comparison, holds }: Goal, chosen: Chosen): boolean {
  const { field, than } = comparison;
  const needed = [field, ...(than && "field" in than ? [than.field] : [])];
  if (!needed.every((id) => chosen.has(id))) return true;
  return ANY_DAY.every((today) => {
    const valueIn = (id: string) => chosen.get(id)?.value(today) ?? null;
    return compare(comparison, valueIn(field), otherOf(comparison, valueIn, today)) === holds;
  });
}

function otherOf({ value, than }: Comparison, valueIn: (id: string) => Value, today: string): Value {
  if (!than) return value ?? null;
  if ("today" in than) return today;
  return "number" in than ? than.number : valueIn(than.field);
}

/** Whether a comparison holds as in the app; null if that is not known. */
function compare({ is }: Comparison, own: Value, other: Value): boolean | null {
  if (is === "empty" || is === "not_empty") return isEmptyValue(own) === (is === "empty");
  if (own === SOMETHING || other === SOMETHING) return null;
  if (is === "equal" || is === "not_equal") {
    const same = Array.isArray(own) ? own.includes(other) : own === other;
    return same === (is === "equal");
  }
  if (own === null || other === null) return false;
  const order = own < other ? -1 : own > other ? 1 : 0;
  return { less: order < 0, at_most: order <= 0, more: order > 0, at_least: order >= 0 }[is];
}
