import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Entries } from "#core/factory/generate/acceptance/candidates.ts";
import { entriesWhere, entriesWhereNot } from "#core/factory/generate/acceptance/entries-where.ts";
import { button, click, openPath, see, seeBadge, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { conditionCode } from "#core/factory/generate/emit/condition.ts";
import { camelCase } from "#core/factory/generate/print/case.ts";
import { code } from "#core/factory/generate/print/code.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Condition } from "#core/factory/specification/formula.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule, BehaviourPlace } from "./behaviour-module.ts";
import { doneOf, entityOf, fieldOf, isListed, isShown, openList, plural } from "./places.ts";

type Of<Kind extends Behaviour["kind"]> = Extract<Behaviour, { kind: Kind }>;
type Dated = { readonly entity: string; readonly field: string };

const done = (condition: Condition | undefined, entity: string, specification: Specification) =>
  condition && conditionCode(condition, entityOf(specification, entity));

const PASSED = "less";
const TODAY = "equal";

/** What to enter so that the date has passed or is today, and the record is not done; null if steps cannot. */
function entriesOf(
  { entity: id, field }: Dated,
  is: typeof PASSED | typeof TODAY,
  specification: Specification,
  finished?: Condition,
): Entries | null {
  const place = { specification, entity: entityOf(specification, id) };
  const dated: Condition = [{ field, is, than: { today: true } }];
  return finished ? entriesWhereNot(finished, place, dated) : entriesWhere(dated, place);
}

/** Creates a record with these entries. */
function create(
  entity: string,
  entries: Entries,
  { form }: BehaviourPlace,
  ...others: (string | undefined)[]
): AcceptanceStep[] {
  const steps = form(entity);
  const also = [...entries.keys(), ...others.filter((id) => id !== undefined)];
  return [...steps.start(), ...steps.create(0, { also, entries })];
}

/** The part of a text that is the same whatever is filled in: the longest one. */
function constantPart(text: string): string {
  return text
    .split(/\{\w+\}/)
    .map((part) => part.trim())
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

export const DUE: BehaviourModule<Of<"due">> = {
  kind: "due",
  factory: "due",
  options: ({ entity, field, done: condition }, specification) => ({
    field,
    done: done(condition, entity, specification),
  }),
  title: ({ entity }, specification) =>
    planText("titleDue", specification.locale, { plural: plural(specification, entity) }),
  promise: (behaviour, specification) =>
    marked(behaviour, specification)
      ? planText("due", specification.locale, {
          field: fieldOf(specification, behaviour.entity, behaviour.field).name,
        })
      : null,
  steps: (behaviour, place) => {
    const { specification } = place;
    const found = marked(behaviour, specification);
    if (!found) return [];
    return [
      ...create(behaviour.entity, found.entries, place),
      ...openList(specification, behaviour.entity),
      seeBadge(constantPart(translate(found.mark, specification.locale, {}))),
    ];
  },
};

/** What to enter so that a record is marked, and the mark: of one that is overdue, or is due on the day of the test. */
function marked(behaviour: Of<"due">, specification: Specification) {
  if (!isShown(specification, behaviour.entity)) return null;
  const marks = [
    [PASSED, "dueOverdue"],
    [TODAY, "dueToday"],
  ] as const;
  for (const [is, mark] of marks) {
    const entries = entriesOf(behaviour, is, specification, behaviour.done);
    if (entries) return { entries, mark };
  }
  return null;
}

/** What to enter so that the app reminds of a record. */
function remembered(behaviour: Of<"reminder">, specification: Specification): Entries | null {
  const finished = doneOf(specification, behaviour.entity);
  return (
    entriesOf(behaviour, PASSED, specification, finished) ??
    entriesOf(behaviour, TODAY, specification, finished)
  );
}

export const REMINDER: BehaviourModule<Of<"reminder">> = {
  kind: "reminder",
  factory: "reminder",
  options: ({ entity, field, days_before }, specification) => ({
    field,
    daysBefore: days_before,
    done: done(doneOf(specification, entity), entity, specification),
  }),
  title: ({ entity, days_before: days }, specification) => {
    const key = ["titleReminderToday", "titleReminderDay"][days] ?? "titleReminderDays";
    return planText(key, specification.locale, { plural: plural(specification, entity), days });
  },
  promise: (behaviour, specification) =>
    remembered(behaviour, specification)
      ? planText("reminder", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: (behaviour, place) => {
    const { specification } = place;
    const heading = translate("reminderHeading", specification.locale, {
      plural: plural(specification, behaviour.entity),
    });
    const entries = remembered(behaviour, specification);
    return entries
      ? [...create(behaviour.entity, entries, place), openPath("/"), seeIn(".notice", heading)]
      : [];
  },
};

export const RECURRENCE: BehaviourModule<Of<"recurrence">> = {
  kind: "recurrence",
  factory: "recurrence",
  options: ({ entity, field, days, days_field }) => ({
    field,
    days: days_field
      ? code(`(${camelCase(entity)}) => ${camelCase(entity)}.${days_field}`)
      : code(`() => ${days ?? 1}`),
  }),
  title: ({ entity, days, days_field }, specification) =>
    days_field
      ? planText("titleRecurrenceField", specification.locale, {
          plural: plural(specification, entity),
          field: fieldOf(specification, entity, days_field).name,
        })
      : planText("titleRecurrence", specification.locale, {
          plural: plural(specification, entity),
          days: days ?? 1,
        }),
  promise: (behaviour, specification) =>
    isListed(specification, behaviour.entity) && entriesOf(behaviour, PASSED, specification)
      ? planText("recurrence", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: (behaviour, place) => {
    const { specification, form } = place;
    const { locale } = specification;
    const name = form(behaviour.entity).named(0);
    const entries = entriesOf(behaviour, PASSED, specification);
    if (!entries) return [];
    return [
      ...create(behaviour.entity, entries, place, behaviour.days_field),
      ...openList(specification, behaviour.entity),
      click(button(`${translate("recurrenceDone", locale)}: ${name}`)),
      see(translate("recurrenceNext", locale, { name }).split("{date}")[0]?.trim() ?? name),
    ];
  },
};
