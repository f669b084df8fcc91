import { addDays, currentDay, daysBetween } from "../calculate.js";
import { changeUndoably } from "../changing.js";
import { fieldOf, titleOf } from "../entity.js";
import { fill } from "../words.js";

/** Completing a record moves its date in `field` on by `days(record)` days, until it lies after today. */
export function recurrence({ entity, field, days }) {
  return {
    kind: "recurrence",
    entity,
    actions: (record, app) => {
      const step = days(record, app);
      if (!record[field] || !(step >= 1)) return [];
      return [{ id: "complete", label: app.words.recurrenceDone, icon: "repeat", run: () => complete(app, app.entities.get(entity), field, record, step) }];
    },
  };
}

/** The next date after `now` in the rhythm of `step` days, at least one step after `date`. */
export function nextDate(date, step, now) {
  const late = Math.max(daysBetween(date, now), 0);
  return addDays(date, (Math.floor(late / step) + 1) * step);
}

function complete(app, entity, fieldId, record, step) {
  const date = nextDate(record[fieldId], Math.floor(step), currentDay());
  const text = fill(app.words.recurrenceNext, { name: titleOf(app, entity, record), date: fieldOf(entity, fieldId).format(date, app) });
  return changeUndoably(app, entity, record, { [fieldId]: date }, text);
}
