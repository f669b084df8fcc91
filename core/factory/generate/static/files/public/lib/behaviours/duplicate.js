import { fieldOf, titleOf } from "../entity.js";
import { newId } from "../identifiers.js";
import { fill } from "../words.js";

/** Makes a copy of a record. What may exist only once, and what a field assigns by itself, is not copied. */
export function duplicate({ entity }) {
  return {
    kind: "duplicate",
    entity,
    actions: (record, app) => [{ id: "duplicate", label: app.words.duplicate, icon: "copy", run: () => copy(app, app.entities.get(entity), record) }],
  };
}

/** The values of the copy of a record. */
export function copied(entity, record, app) {
  const values = entity.fields
    .filter((field) => !field.readOnly && !field.derived && !field.unique && record[field.id] !== undefined)
    .map((field) => [field.id, structuredClone(record[field.id])]);
  const copy = Object.fromEntries(values);
  const display = fieldOf(entity, entity.display);
  if (display.type === "text" && copy[display.id]) copy[display.id] = fill(app.words.duplicateName, { name: copy[display.id] }).slice(0, 200);
  return copy;
}

async function copy(app, entity, record) {
  const id = newId();
  if (!(await app.attempt(() => app.records.save(entity.id, { ...copied(entity, record, app), id })))) return;
  app.offerUndo(fill(app.words.duplicateDone, { name: titleOf(app, entity, record) }), () => app.records.remove(entity.id, id));
}
