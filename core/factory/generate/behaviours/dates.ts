import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { enterDay, PAST } from "#core/factory/generate/acceptance/dated.ts";
import type { Entry } from "#core/factory/generate/acceptance/form-steps.ts";
import { formSteps } from "#core/factory/generate/acceptance/forms.ts";
import { button, click, openPath, see } from "#core/factory/generate/acceptance/steps.ts";
import { conditionCode } from "#core/factory/generate/emit/condition.ts";
import { camelCase } from "#core/factory/generate/print/case.ts";
import { code } from "#core/factory/generate/print/code.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Condition } from "#core/factory/specification/formula.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule, BehaviourPlace } from "./behaviour-module.ts";
import { doneOf, entityOf, fieldOf, isListed, openList, plural } from "./places.ts";

type Of<Kind extends Behaviour["kind"]> = Extract<Behaviour, { kind: Kind }>;
type Dated = { readonly entity: string; readonly field: string };

const done = (condition: Condition | undefined, entity: string, specification: Specification) =>
  condition && conditionCode(condition, entityOf(specification, entity));

/** What to enter so that the date has passed, also where it is computed from another one; null if steps cannot. */
function pastEntries({ entity: id, field }: Dated, specification: Specification) {
  const entity = entityOf(specification, id);
  return enterDay(fieldOf(specification, id, field), PAST, entity, specification)?.entries ?? null;
}

const canPass = (dated: Dated, specification: Specification) =>
  isListed(specification, dated.entity) && pastEntries(dated, specification) !== null;

/** Creates a record whose date has passed. */
function createPast(
  dated: Dated,
  { specification, form }: BehaviourPlace,
  ...others: (string | undefined)[]
): AcceptanceStep[] {
  const entries = pastEntries(dated, specification) ?? new Map<string, Entry>();
  const steps = form(dated.entity);
  return [
    ...steps.start(),
    ...steps.create(0, { also: [...entries.keys(), ...others.filter((id) => id !== undefined)], entries }),
  ];
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
    canPass(behaviour, specification)
      ? planText("due", specification.locale, {
          field: fieldOf(specification, behaviour.entity, behaviour.field).name,
        })
      : null,
  steps: (behaviour, place) => [
    ...createPast(behaviour, place),
    ...openList(place.specification, behaviour.entity),
    see(constantPart(translate("dueOverdue", place.specification.locale, {}))),
  ],
};

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
    canPass(behaviour, specification)
      ? planText("reminder", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: (behaviour, place) => {
    const { specification } = place;
    const heading = translate("reminderHeading", specification.locale, {
      plural: plural(specification, behaviour.entity),
    });
    return [...createPast(behaviour, place), openPath("/"), see(heading)];
  },
};

/** Whether the number of days between two dates is known, or can be entered. */
const repeats = ({ entity: id, days_field }: Of<"recurrence">, specification: Specification) =>
  days_field === undefined ||
  formSteps(entityOf(specification, id), specification).example(days_field, 0) !== null;

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
    canPass(behaviour, specification) && repeats(behaviour, specification)
      ? planText("recurrence", specification.locale, { plural: plural(specification, behaviour.entity) })
      : null,
  steps: (behaviour, place) => {
    const { specification, form } = place;
    const { locale } = specification;
    const name = form(behaviour.entity).named(0);
    return [
      ...createPast(behaviour, place, behaviour.days_field),
      ...openList(specification, behaviour.entity),
      click(button(`${translate("recurrenceDone", locale)}: ${name}`)),
      see(translate("recurrenceNext", locale, { name }).split("{date}")[0]?.trim() ?? name),
    ];
  },
};
