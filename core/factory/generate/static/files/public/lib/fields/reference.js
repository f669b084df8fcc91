import { h } from "../dom.js";
import { field } from "../field.js";
import { compareLists } from "../options.js";
import { compareText } from "../text-field.js";

/** A record of another entity, stored as its identifier; with `many` several, stored as a list of identifiers. */
export function reference(options) {
  const common = {
    type: "reference",
    reference: { entity: options.entity, many: options.many === true, owned: options.owned === true, onDelete: options.onDelete ?? "clear" },
    toText: (value, app) => toText(listOf(value), options.entity, app),
  };
  return field(options, { ...common, ...(options.many ? several(options) : one(options)) });
}

function one({ entity }) {
  return {
    format: (value, app) => (value ? nameOf(entity, value, app) : ""),
    input: menu(entity),
    compare: (a, b, app) => compareNamed(a, b, entity, app),
    fromText: (text, app) => (text.trim() === "" ? null : readRecord(text, entity, app)),
  };
}

function several({ entity }) {
  return {
    empty: [],
    accepts: (value) => Array.isArray(value) && value.every((each) => typeof each === "string"),
    format: (value, app) => namesOf(value, entity, app).join(", "),
    cell: (value, app) => {
      const names = namesOf(value, entity, app);
      return names.length === 0 ? "" : h("span", { class: "chips" }, names.map((name) => h("span", { class: "chip" }, name)));
    },
    input: checkboxes(entity),
    compare: (a, b, app) => compareLists(a, b, (left, right) => compareNamed(left, right, entity, app)),
    fromText: (text, app) => {
      const ids = text.split(",").filter((word) => word.trim() !== "").map((word) => readRecord(word, entity, app));
      return ids.includes(undefined) ? undefined : [...new Set(ids)];
    },
  };
}

function listOf(value) {
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
}

/** What people call a record: its display field; "" if it was deleted. */
function nameOf(entityId, id, app) {
  const { display, fields } = app.entities.get(entityId);
  const record = app.records.get(entityId, id);
  const shown = fields.find((each) => each.id === display);
  return record ? shown.format(record[display], app) || app.words.unnamed : "";
}

function namesOf(ids, entity, app) {
  return (ids ?? []).map((id) => nameOf(entity, id, app)).filter((name) => name !== "");
}

/** The records that can be chosen, by name. */
function choicesOf(entity, app) {
  const named = app.records.all(entity).map(({ id }) => ({ id, name: nameOf(entity, id, app) }));
  return named.sort((a, b) => compareText(a.name, b.name, app));
}

function menu(entity) {
  return (value, app, { id, describedBy }) => {
    const records = choicesOf(entity, app);
    const control = h(
      "select",
      { class: "input", id, "aria-describedby": describedBy },
      h("option", { value: "" }, app.words.choiceNone),
      records.map((record) => h("option", { value: record.id }, record.name)),
    );
    control.value = records.some((record) => record.id === value) ? value : "";
    return { node: control, control, read: () => control.value || null };
  };
}

function checkboxes(entity) {
  return (value, app, { id, describedBy }) => {
    const box = (record) => h("input", { id: `${id}-${record.id}`, type: "checkbox", value: record.id, checked: value?.includes(record.id) });
    const labels = choicesOf(entity, app).map((record) => h("label", { class: "option" }, box(record), h("span", {}, record.name)));
    const node = h("div", { class: "options", id, role: "group", "aria-describedby": describedBy }, labels.length > 0 ? labels : app.words.referenceNothing);
    return { node, control: node, group: true, read: () => [...node.querySelectorAll("input:checked")].map((each) => each.value) };
  };
}

function compareNamed(a, b, entity, app) {
  return compareText(nameOf(entity, a, app), nameOf(entity, b, app), app) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Names where they lead back to the record, identifiers where they do not. */
function toText(ids, entity, app) {
  const written = ids.map((id) => {
    const name = nameOf(entity, id, app);
    return !name.includes(",") && readRecord(name, entity, app) === id ? name : id;
  });
  return written.join(", ");
}

/** The identifier of the record that a text names, or undefined if none or several have that name. */
function readRecord(text, entity, app) {
  const word = text.trim();
  if (app.records.get(entity, word)) return word;
  const found = app.records.all(entity).filter(({ id }) => nameOf(entity, id, app).toLowerCase() === word.toLowerCase());
  return word !== "" && found.length === 1 ? found[0].id : undefined;
}
