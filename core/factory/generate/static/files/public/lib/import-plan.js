import { readCsv } from "./csv.js";
import { isEmpty } from "./field.js";
import { same } from "./merge.js";
import { fill } from "./words.js";

/**
 * What importing a text would do: `{ added, changed, same, faults }`. Each of `added` and `changed` is
 * `{ entityId, record }` (`base` is the record that is there), `same` counts records that are there already, and `faults`
 * are sentences that name the place of what cannot be read. Nothing is changed. `entity` is the one of a CSV.
 */
export function planImport(app, { text, entity }) {
  const plan = { added: [], changed: [], same: 0, faults: [] };
  const rows = /^\s*[{[]/.test(text) ? jsonRows(app, text, entity, plan.faults) : csvRows(app, text, entity, plan.faults);
  for (const { entityId, record, place } of rows) place_(app, plan, entityId, record, place);
  return plan;
}

function place_(app, plan, entityId, given, place) {
  const entity = app.entities.get(entityId);
  const faults = entity.fields.filter((field) => !field.derived && given[field.id] !== undefined && !field.accepts(given[field.id]));
  if (faults.length > 0) {
    plan.faults.push(...faults.map(({ name }) => fill(app.words.importBadValue, { place, field: name })));
    return;
  }
  const base = given.id === undefined ? twin(app, entity, given) : app.records.get(entityId, given.id);
  if (!base) plan.added.push({ entityId, record: given });
  else if (Object.keys(given).every((name) => same(given[name], base[name]))) plan.same += 1;
  else plan.changed.push({ entityId, record: { ...base, ...given, id: base.id }, base });
}

/** A row of a CSV has no identifier: it is a record that is there if all of its values are the same. */
function twin(app, entity, given) {
  return app.records.all(entity.id).find((record) => Object.keys(given).every((name) => same(given[name], record[name])));
}

function jsonRows(app, text, entity, faults) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    faults.push(app.words.importNotJson);
    return [];
  }
  const lists = Array.isArray(data) ? new Map([[entity.id, data]]) : new Map(Object.entries(data?.entities ?? {}));
  if (lists.size === 0) faults.push(app.words.importNothing);
  return [...lists].flatMap(([entityId, list]) => {
    const known = app.entities.get(entityId);
    if (!known || !Array.isArray(list)) {
      faults.push(fill(app.words.importUnknownList, { name: String(entityId).slice(0, 60) }));
      return [];
    }
    return list.flatMap((each, index) => jsonRow(app, known, each, fill(app.words.importRecord, { plural: known.plural, number: index + 1 }), faults));
  });
}

function jsonRow(app, entity, given, place, faults) {
  if (typeof given !== "object" || given === null || Array.isArray(given) || !["string", "undefined"].includes(typeof given.id)) {
    faults.push(fill(app.words.importBadRecord, { place }));
    return [];
  }
  const names = new Set(["id", ...entity.fields.filter(({ derived }) => !derived).map(({ id }) => id), ...columnsOf(app, entity.id)]);
  const record = Object.fromEntries([...names].filter((name) => Object.hasOwn(given, name)).map((name) => [name, revived(given[name])]));
  return [{ entityId: entity.id, record, place }];
}

/** The values that behaviours keep in records of an entity beside its fields. */
function columnsOf(app, entityId) {
  return app.behaviours.filter(({ entity }) => entity === undefined || entity === entityId).flatMap(({ columns }) => columns ?? []);
}

/** A picture or file whose bytes are a data address has its bytes again. */
function revived(value) {
  const [, type, bytes] = /^data:([\w.+/-]*);base64,([\w+/=]*)$/.exec(value?.data ?? "") ?? [];
  if (bytes === undefined) return value;
  try {
    return { ...value, data: new Blob([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], { type }) };
  } catch {
    return value;
  }
}

function csvRows(app, text, entity, faults) {
  let rows;
  try {
    rows = readCsv(text);
  } catch (error) {
    faults.push(fill(app.words.importOpenQuote, { line: error.message }));
    return [];
  }
  const [header = [], ...lines] = rows;
  const named = (name) => entity.fields.find((field) => [field.name, field.id].some((each) => each.toLowerCase() === name.trim().toLowerCase()));
  const columns = header.map(named);
  for (const [index, name] of header.entries())
    if (!columns[index] && name !== "") faults.push(fill(app.words.importUnknownColumn, { name: name.slice(0, 60) }));
  if (!columns.some(Boolean)) return [];
  return lines.flatMap((cells, index) => csvRow(app, entity, columns, cells, fill(app.words.importRow, { number: index + 2 }), faults));
}

function csvRow(app, entity, columns, cells, place, faults) {
  const before = faults.length;
  const values = columns.flatMap((field, index) => {
    if (!field || field.readOnly || field.derived) return [];
    const text = cells[index] ?? "";
    const value = text.trim() === "" ? field.empty : field.fromText(text, app);
    const fault = value === undefined ? fill(app.words.importBadValue, { place, field: field.name }) : null;
    if (fault) faults.push(fault);
    return [[field.id, value]];
  });
  const record = Object.fromEntries(values);
  for (const field of entity.fields)
    if (field.required && isEmpty(record[field.id])) faults.push(fill(app.words.importMissing, { place, field: field.name }));
  return faults.length === before ? [{ entityId: entity.id, record, place }] : [];
}
