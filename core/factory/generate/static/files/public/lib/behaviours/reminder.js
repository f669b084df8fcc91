import { currentDay, dayOf, daysBetween } from "../calculate.js";
import { isEmpty } from "../field.js";
import { reminderNotice } from "../notice.js";
import { fill } from "../words.js";

/**
 * Lists, at the top of the app, the records whose date in `field` has passed or comes within `daysBefore` days, the
 * earliest first; not those that are archived or `done(record, app)`.
 */
export function reminder({ entity, field, daysBefore, done = () => false }) {
  return {
    kind: "reminder",
    entity,
    notices: (app) => {
      const waiting = app.records.all(entity).filter((record) => !record.archived && !done(record, app) && !isEmpty(record[field]));
      const days = new Map(waiting.map((record) => [record, daysBetween(currentDay(), dayOf(record[field]))]));
      const near = waiting.filter((record) => days.get(record) <= daysBefore).sort((a, b) => days.get(a) - days.get(b));
      const { plural } = app.entities.get(entity);
      const detail = (record) => whenText(days.get(record), app);
      return near.length === 0 ? [] : [reminderNotice(app, entity, fill(app.words.reminderHeading, { plural }), near, detail)];
    },
  };
}

/** A number of days from now, in words: "in 3 days", "today", "2 days ago". */
export function whenText(days, { locale }) {
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
}
