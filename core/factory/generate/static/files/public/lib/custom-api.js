import { fieldOf, pathOf, titleOf } from "./entity.js";

/**
 * What a page in a slot may use of the app: reading, keeping and deleting records, texts as the app shows them, messages,
 * and opening pages. A change is kept as any other: merged with those of other tabs, refused by the rules of the app.
 */
export function customApi(app) {
  const entity = (id) => {
    const found = app.entities.get(id);
    if (!found) throw new RangeError(`'${id}' is not a kind of record.`);
    return found;
  };
  return Object.freeze({
    locale: app.locale,
    currency: app.currency,
    /** The records of an entity, frozen. */
    records: (entityId) => app.records.all(entity(entityId).id),
    /** Keeps a record; one without `id` is new. Resolves to the record as it is stored; rejects if a rule refuses it. */
    async save(entityId, values) {
      const { id } = entity(entityId);
      const before = values.id === undefined ? null : (app.records.get(id, values.id) ?? null);
      const next = { ...before, ...values };
      const refused = faultOf(app, entity(entityId), next, before);
      if (refused) throw new TypeError(refused);
      return app.records.save(id, next, before ?? undefined);
    },
    /** What the app shows for a value of a record: `15 Jan 2026`, `€12.00`. */
    text: (entityId, record, fieldId) => fieldOf(entity(entityId), fieldId).format(record[fieldId], app, record),
    /** What names a record. */
    title: (entityId, record) => titleOf(app, entity(entityId), record),
    /** Opens the page of a record. */
    open: (entityId, record) => app.open(pathOf(entity(entityId), record)),
    announce: (text) => app.announce(String(text)),
  });
}

/** Why a record may not be kept, as a sentence; null if it may. */
function faultOf(app, { id, fields }, next, before) {
  for (const field of fields) {
    if (field.derived || field.readOnly) continue;
    const value = next[field.id] ?? field.empty;
    if (!field.accepts(value)) return `'${field.id}' has a value of another type.`;
    const fault = field.check(value, app, next);
    if (fault) return fault;
  }
  const hooks = app.behaviours.filter((behaviour) => behaviour.beforeSave && (behaviour.entity ?? id) === id);
  return hooks.map((behaviour) => behaviour.beforeSave(next, before, app)).find(Boolean) ?? null;
}
