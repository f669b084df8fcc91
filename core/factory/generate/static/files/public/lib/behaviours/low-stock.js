import { isEmpty } from "../field.js";
import { reminderNotice } from "../notice.js";
import { fill } from "../words.js";

/** Warns of the records whose number in `field` is at or below `at(record, app)`. */
export function lowStock({ entity, field, at }) {
  const isLow = (record, app) => {
    const value = record[field];
    const limit = at(record, app);
    return !isEmpty(value) && !isEmpty(limit) && value <= limit;
  };
  return {
    kind: "low_stock",
    entity,
    badges: (record, app) => (isLow(record, app) ? [{ text: app.words.lowStock, tone: "warn" }] : []),
    notices: (app) => {
      const { plural } = app.entities.get(entity);
      const low = app.records.all(entity).filter((record) => !record.archived && isLow(record, app));
      return low.length === 0 ? [] : [reminderNotice(app, entity, fill(app.words.lowStockNotice, { plural, count: low.length }), low)];
    },
  };
}
