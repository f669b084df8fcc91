import { writeCsv } from "../csv.js";
import { download } from "../download.js";
import { isEmpty } from "../field.js";
import { fill } from "../words.js";

/** Saves the records as files: one CSV of each entity for spreadsheets, and one JSON of everything, which can be imported. */
export function exporting({ formats }) {
  return {
    kind: "export",
    menu: (app) => [
      ...(formats.includes("csv") ? [...app.entities.values()].map((entity) => csvAction(app, entity)) : []),
      ...(formats.includes("json") ? [jsonAction(app)] : []),
    ],
  };
}

function csvAction(app, entity) {
  const several = app.entities.size > 1;
  return {
    id: `export-csv-${entity.id}`,
    label: several ? fill(app.words.exportCsvOf, { plural: entity.plural }) : app.words.exportCsv,
    icon: "download",
    run: () => {
      const records = app.records.all(entity.id);
      download(`${entity.id}.csv`, "text/csv;charset=utf-8", `\uFEFF${csvOf(entity, records, app)}`);
      app.announce(fill(app.words.exportDone, { count: records.length }));
    },
  };
}

function jsonAction(app) {
  return {
    id: "export-json",
    label: app.words.exportJson,
    icon: "download",
    run: async () => {
      const count = [...app.entities.keys()].reduce((total, id) => total + app.records.all(id).length, 0);
      download("records.json", "application/json", `${JSON.stringify(await jsonOf(app), null, 2)}\n`);
      app.announce(fill(app.words.exportDone, { count }));
    },
  };
}

const NUMBERS = new Set(["integer", "decimal", "rating", "auto_number"]);

/** The records of an entity as CSV, with the names of the fields as header. Numbers without a unit stay numbers. */
export function csvOf(entity, records, app) {
  const cell = (field, record) => {
    const value = record[field.id];
    if (isEmpty(value) && field.type !== "boolean") return "";
    return NUMBERS.has(field.type) ? value : field.toText(value, app);
  };
  return writeCsv(
    entity.fields.map((field) => field.name),
    records.map((record) => entity.fields.map((field) => cell(field, record))),
  );
}

/** All records, as `{ version, entities: { <id>: [record] } }`. The bytes of pictures and files are data addresses. */
export async function jsonOf(app) {
  const lists = [...app.entities.keys()].map(async (id) => [id, await Promise.all(app.records.all(id).map(plainRecord))]);
  return { version: 1, entities: Object.fromEntries(await Promise.all(lists)) };
}

async function plainRecord(record) {
  const entries = Object.entries(record).map(async ([name, value]) => [
    name,
    value?.data instanceof Blob ? { ...value, data: await dataAddress(value.data) } : value,
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

async function dataAddress(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return `data:${blob.type};base64,${btoa(text)}`;
}
