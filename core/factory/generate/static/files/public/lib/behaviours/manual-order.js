import { h, icon } from "../dom.js";
import { fill } from "../words.js";

/** Lets people put records into an order of their own, by dragging or with buttons. New records come last. */
export function manualOrder({ entity }) {
  const ordered = (records) => [...records].sort((a, b) => position(a) - position(b));
  const all = (app) => ordered(app.records.all(entity));
  const step = (record, app, by) => keep(app, entity, moved(all(app), record.id, by), record.id);
  return {
    kind: "manual_order",
    entity,
    columns: ["position"],
    select: ordered,
    start: (app) => letDrag(document, (id, target, after) => app.records.get(entity, id) && keep(app, entity, placed(all(app), id, target, after), id)),
    pickers: (record) => [h("span", { class: "drag-handle", draggable: "true", "data-handle": record.id, "aria-hidden": "true" }, icon("handle"))],
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
  return numbered(records.toSpliced(from, 1).toSpliced(to, 0, records[from]));
}

/** The records with new positions, from 1, after one of them was put before another, or after it. */
export function placed(records, id, target, after) {
  const record = records.find((each) => each.id === id);
  const rest = records.filter((each) => each.id !== id);
  const at = rest.findIndex((each) => each.id === target);
  return at === -1 ? numbered(records) : numbered(rest.toSpliced(after ? at + 1 : at, 0, record));
}

function numbered(records) {
  return records.map((record, index) => ({ record, position: index + 1 }));
}

async function keep(app, entityId, order, id) {
  const changed = order.filter(({ record, position: place }) => record.position !== place);
  const edits = changed.map(({ record: base, position: place }) => ({ entityId, record: { ...base, position: place }, base }));
  if (edits.length === 0 || !(await app.attempt(() => app.records.saveAll(edits)))) return;
  app.announce(fill(app.words.orderMoved, { place: app.records.get(entityId, id).position, count: order.length }));
}

/** Calls `drop(id, target, after)` when a record is dragged by its handle onto the upper or lower half of another. */
function letDrag(page, drop) {
  let dragged = null;
  const over = (event) => (dragged === null ? null : event.target.closest?.("[data-record]"));
  page.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-handle]")?.dataset.handle ?? null;
    if (dragged === null) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged);
  });
  page.addEventListener("dragover", (event) => over(event) && event.preventDefault());
  page.addEventListener("drop", (event) => {
    const row = over(event);
    if (!row) return;
    event.preventDefault();
    const { top, height } = row.getBoundingClientRect();
    drop(dragged, row.dataset.record, event.clientY > top + height / 2);
  });
  page.addEventListener("dragend", () => {
    dragged = null;
  });
}
