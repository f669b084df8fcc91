import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { candidatesOf } from "#core/factory/generate/acceptance/candidates.ts";
import { ANY_DAY } from "#core/factory/generate/acceptance/entries-where.ts";
import type { FormSteps } from "#core/factory/generate/acceptance/form-steps.ts";
import { click, fill, openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

type CalendarView = Extract<View, { kind: "calendar" }>;

const TODAY = ".calendar-day.today";

export const CALENDAR: ViewModule<CalendarView> = {
  kind: "calendar",
  factory: "calendarView",
  options: ({ date }) => ({ date }),
  promise: (view, specification) => {
    const { entities, locale } = specification;
    const entity = entities.find(({ id }) => id === view.entity);
    const field = entity?.fields.find(({ id }) => id === view.date);
    if (!entity || !field) return null;
    const isKnown = isSetToday(field) || datedEntries(field, { specification, entity }) !== null;
    return isKnown ? planText("calendarView", locale, { name: view.name }) : null;
  },
  steps: (view, { path, form, entity, specification }) => {
    const field = entity.fields.find(({ id }) => id === view.date);
    if (!field) return [];
    if (isSetToday(field))
      return [...form.start(), ...form.create(0), openPath(path), seeIn(TODAY, form.named(0))];
    // The button of a day is not there where the day is computed, or the record is added on the page of another; and what it
    // gives a record that is named by its day is another name each day.
    const isChosen =
      field.type !== "computed" &&
      field.id !== entity.display &&
      !entity.fields.some(({ reference }) => reference?.owned);
    return isChosen ? onDay(view, form, path) : shownOn(field, form, path, entity, specification);
  },
};

const isSetToday = ({ type }: Field) => type === "created_at";

/** Adds a record by the button of today. The form that it opens has the date already. */
function onDay({ date }: CalendarView, form: FormSteps, path: string): AcceptanceStep[] {
  const [, ...inForm] = form.create(0, { entries: new Map([[date, { steps: [], shown: null }]]) });
  return [
    ...form.start(),
    openPath(path),
    click({ css: `${TODAY} .calendar-add` }),
    ...inForm,
    seeIn(TODAY, form.named(0)),
  ];
}

/** Adds a record of a day that has passed, and goes there. */
function shownOn(
  field: Field,
  form: FormSteps,
  path: string,
  entity: Entity,
  specification: Specification,
): AcceptanceStep[] {
  const dated = datedEntries(field, { specification, entity });
  if (!dated) return [];
  return [
    ...form.start(),
    ...form.create(0, { also: [...dated.entries.keys()], entries: dated.entries }),
    openPath(path),
    fill({ css: "#calendar-day" }, dated.day),
    seeIn(`#day-${dated.day}`, form.named(0)),
  ];
}

/** What to enter so that a record has a day that is known, and that day; null if steps cannot. */
function datedEntries(field: Field, place: FieldPlace) {
  if (field.id === place.entity.display) {
    const named = fieldModule(field.type).example(field, 0, place)?.value;
    return typeof named === "string" ? { day: named.slice(0, 10), entries: new Map() } : null;
  }
  for (const { value, entries } of candidatesOf(field, place)) {
    const [day, later] = ANY_DAY.map(value);
    if (typeof day === "string" && day === later) return { day, entries };
  }
  return null;
}
