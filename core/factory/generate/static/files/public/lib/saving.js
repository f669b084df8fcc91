import { collect } from "./behaviours.js";
import { titleOf } from "./entity.js";
import { newId } from "./identifiers.js";
import { fill } from "./words.js";

/**
 * Keeps what a form says: the record and the rows that belong to it, all or nothing. Returns whether it was kept; a
 * failure is told by `tell(text)` and leaves the form open.
 */
export async function saveForm(app, entity, { record, begun, values, rows }, tell) {
  const id = record?.id ?? newId();
  const edits = [
    { entityId: entity.id, record: { ...begun, ...values, id }, base: record ?? {} },
    ...rows.flatMap((each) => each.edits(id)),
  ];
  const removed = rows.flatMap((each) => each.removed());
  const kept = await app.attempt(() => app.records.saveAll(edits, removed), tell);
  if (!kept) return false;
  const saved = app.records.get(entity.id, id);
  collect(app, entity.id, "afterSave", saved, record, app);
  app.announce(fill(record ? app.words.saved : app.words.added, { name: titleOf(app, entity, saved) }));
  return true;
}
