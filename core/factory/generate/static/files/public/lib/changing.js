import { collect } from "./behaviours.js";
import { change } from "./record-parts.js";

/** Changes values of a record, unless a behaviour refuses it, and offers to undo it. Returns whether it was changed. */
export async function changeUndoably(app, entity, record, values, text) {
  if (!(await change(app, entity, record, values))) return false;
  const changed = app.records.get(entity.id, record.id);
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, record[name] ?? null]));
  app.offerUndo(text, () => app.records.save(entity.id, { ...changed, ...before }, changed));
  return true;
}

/** Why behaviours refuse a change of a record, as sentences; empty if they permit it. */
export function refusalsOf(app, entity, record, values) {
  return collect(app, entity.id, "beforeSave", { ...record, ...values }, record, app);
}
