import { fill } from "../words.js";

/** Lets people put records into an order of their own. New records come last. */
export function manualOrder({ entity }) {
  const ordered = (records) => [...records].sort((a, b) => position(a) - position(b));
  const step = (record, app, by) => move(app, entity, ordered(app.records.all(entity)), record, by);
  return {
    kind: "manual_order",
    entity,
    columns: ["position"],
    select: ordered,
    actions: (record, app) => [
      { id: "up", label: app.words.orderUp, icon: "up", run: () => step(record, app, -1) },
      { id: "down", label: app.words.orderDown, icon: "down", run: () => step(record, app, 1) },
    ],
  };
}

function position(record) {
  return record.position ?? Number.POSITIVE_INFINITY;
}

/** The records with new positions, from 1, after one of them was moved by a number of places. */
export function moved(records, id, by) {
  const from = records.findIndex((record) => record.id === id);
  const to = Math.min(Math.max(from + by, 0), records.length - 1);
  const rest = records.toSpliced(from, 1);
  return rest.toSpliced(to, 0, records[from]).map((record, index) => ({ record, position: index + 1 }));
}

async function move(app, entityId, records, record, by) {
  const changed = moved(records, record.id, by).filter((each) => each.record.position !== each.position);
  const edits = changed.map(({ record: base, position: place }) => ({ entityId, record: { ...base, position: place }, base }));
  if (!(await app.attempt(() => app.records.saveAll(edits)))) return;
  app.announce(fill(app.words.orderMoved, { place: app.records.get(entityId, record.id).position, count: records.length }));
}
