/**
 * A kind of record: `name` and `plural` for people, `icon` the line of its icon in a 24 × 24 box, if it has one, `display`
 * the field that names a record, and its fields.
 */
export function entity({ id, name, plural, icon, display, fields }) {
  return { id, name, plural, icon, display, fields };
}

/** A field of an entity, by its identifier. */
export function fieldOf(entity, id) {
  return entity.fields.find((field) => field.id === id);
}

export function fieldsOf(entity, ids) {
  return ids.map((id) => fieldOf(entity, id));
}

/** The fields that people fill in. */
export function formFieldsOf(entity) {
  return entity.fields.filter(({ readOnly, derived }) => !readOnly && !derived);
}

/** The value of a field in a record; of a computed field, as it is now. */
export function valueOf(field, record) {
  return record[field.id];
}

/** What people call a record: its display field, or the entity's name where that is empty. */
export function titleOf(app, entity, record) {
  return fieldOf(entity, entity.display).format(record[entity.display], app, record) || entity.name;
}

/** The path of a record's page. */
export function pathOf(entity, record) {
  return `/${entity.id}/${record.id}`;
}

/** A function that orders records by a field; records in which it is empty come last. */
export function comparing(app, field, descending = false) {
  const missing = (value) => value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  return (one, other) => {
    const [a, b] = [one[field.id], other[field.id]];
    if (missing(a) || missing(b)) return Number(missing(a)) - Number(missing(b));
    return descending ? field.compare(b, a, app) : field.compare(a, b, app);
  };
}

/** The fields through which records of other entities (or of the same) name records of this one: `{ entity, field }`. */
export function namedBy(app, entityId) {
  return [...app.entities.values()].flatMap((other) =>
    other.fields.filter(({ reference }) => reference?.entity === entityId).map((field) => ({ entity: other, field })),
  );
}

/** The field that names the record to which a record of this entity belongs; undefined for none. */
export function ownerField(entity) {
  return entity.fields.find(({ reference }) => reference?.owned);
}
