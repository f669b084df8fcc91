import { click, openPath, seeIn } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ViewModule } from "./view-module.ts";

type CalendarView = Extract<View, { kind: "calendar" }>;

const TODAY = ".calendar-day.today";

export const CALENDAR: ViewModule<CalendarView> = {
  kind: "calendar",
  factory: "calendarView",
  options: ({ date }) => ({ date }),
  promise: (view, { entities, locale }) => {
    const fields = entities.find(({ id }) => id === view.entity)?.fields ?? [];
    const field = fields.find(({ id }) => id === view.date);
    // An entry that belongs to another is added on the page of that one, where no day is chosen.
    const isOwned = fields.some(({ reference }) => reference?.owned);
    const isToday = field?.type === "created_at" || (field?.type !== "computed" && !isOwned);
    return isToday ? planText("calendarView", locale, { name: view.name }) : null;
  },
  steps: (view, { path, form, entity }) => {
    const field = entity.fields.find(({ id }) => id === view.date);
    if (field?.type === "created_at")
      return [...form.start(), ...form.create(0), openPath(path), seeIn(TODAY, form.named(0))];
    // The form that the button of a day opens has the date already, so the record is created without entering one.
    const entered = new Map([[view.date, { steps: [], shown: null }]]);
    const [, ...inForm] = form.create(0, { entries: entered });
    return [
      ...form.start(),
      openPath(path),
      click({ css: `${TODAY} .calendar-add` }),
      ...inForm,
      seeIn(TODAY, form.named(0)),
    ];
  },
};
