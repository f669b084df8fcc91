import { currentDay, dayOf, daysBetween } from "../calculate.js";
import { isEmpty } from "../field.js";
import { fill } from "../words.js";

/** Marks the records whose date in `field` is today or has passed, unless `done(record, app)` holds. */
export function due({ entity, field, done = () => false }) {
  return {
    kind: "due",
    entity,
    badges: (record, app) => {
      const value = record[field];
      if (isEmpty(value) || done(record, app)) return [];
      const late = daysBetween(dayOf(value), currentDay());
      if (late > 0) return [{ text: fill(app.words.dueOverdue, { count: late }), tone: "danger" }];
      return late === 0 ? [{ text: app.words.dueToday, tone: "warn" }] : [];
    },
  };
}
