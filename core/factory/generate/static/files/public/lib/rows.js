/** Whether a stored row is a record of the entity: each of its values is of the type of its field. */
export function isReadable(row, entity) {
  if (typeof row.id !== "string" || typeof row.values !== "object" || row.values === null) return false;
  return entity.fields.every(({ id, derived, accepts }) => {
    const value = row.values[id];
    return derived || value === undefined || accepts(value);
  });
}

/** The values with which a record was read. Copies of the record carry them, so that an edit knows what it began with. */
export const BEGUN = Symbol("begun");

/** The values of a row in which nothing is stored, as one that was kept before its entity had these fields. */
export function emptyValues({ fields }) {
  return Object.fromEntries(fields.filter(({ derived }) => !derived).map(({ id, empty }) => [id, empty]));
}

/**
 * Returns the function that makes the records of an entity from their values. A record is frozen; a field that is not
 * stored is empty, and a computed field is computed when it is read.
 */
export function recordMaker(entity, records) {
  const derived = entity.fields.filter((field) => field.derived);
  return (id, values) => {
    const record = { id, ...emptyValues(entity), ...values, [BEGUN]: values };
    for (const field of derived)
      Object.defineProperty(record, field.id, { get: () => field.derive(record, records), enumerable: false });
    return Object.freeze(record);
  };
}
