import { collect } from "./behaviours.js";
import { h, icon } from "./dom.js";
import { pathOf, titleOf } from "./entity.js";
import { isEmpty } from "./field.js";
import { openForm } from "./form.js";
import { removeRecords } from "./removal.js";

/** The parts of which views show records. Each takes the app, the entity (or fields) and the record. */

/** A link to the record's page, with its name. */
export function recordLink(app, entity, record) {
  return h("a", { class: "record-link", href: `#${pathOf(entity, record)}` }, titleOf(app, entity, record));
}

/** The badges that behaviours give to a record. */
export function badges(app, entity, record) {
  return collect(app, entity.id, "badges", record, app).map(({ text, tone }) => h("span", { class: tone ? `badge ${tone}` : "badge" }, text));
}

/** What stands before a record's name: the controls of behaviours such as a checkbox that selects it. */
export function pickers(app, entity, record) {
  return collect(app, entity.id, "pickers", record, app);
}

/** What a view shows for a field. */
export function cellOf(app, field, record) {
  return field.cell(record[field.id], app, record);
}

/** The fields of a record that are not empty, with their names. */
export function facts(app, fields, record) {
  const shown = fields.filter((field) => !isEmpty(record[field.id]));
  return shown.length === 0
    ? null
    : h("dl", { class: "facts" }, shown.map((field) => h("div", { class: `fact fact-${field.type}` }, h("dt", {}, field.name), h("dd", {}, cellOf(app, field, record)))));
}

/** What can be done with a record: the behaviours' actions, then editing and deleting it. */
export function actionsOf(app, entity, record) {
  const name = titleOf(app, entity, record);
  return [
    ...collect(app, entity.id, "actions", record, app),
    { id: "edit", label: app.words.edit, icon: "pencil", run: () => openForm(app, entity, record) },
    { id: "delete", label: app.words.delete, icon: "trash", danger: true, run: () => removeRecords(app, entity, [record.id]) },
  ].map((action) => ({ ...action, name: `${action.label}: ${name}`, key: `${action.id}-${record.id}` }));
}

/** The actions of a record as buttons with icons. */
export function actions(app, entity, record) {
  return h("div", { class: "record-actions" }, actionsOf(app, entity, record).map(iconButton));
}

/** An action as a button with an icon, whose name says whose action it is. */
export function iconButton({ name, label, icon: path, run, danger, pressed, key, id }) {
  return h(
    "button",
    {
      type: "button",
      class: danger ? "icon-button danger" : "icon-button",
      id: key,
      title: label,
      "data-action": id,
      "aria-label": name ?? label,
      "aria-pressed": pressed === undefined ? undefined : String(pressed),
      onclick: run,
    },
    icon(path),
  );
}

/** An action as a button with its label. */
export function labelButton({ label, icon: path, run, danger, pressed, key }, kind = "quiet small") {
  return h(
    "button",
    {
      type: "button",
      class: `button ${kind}${danger ? " danger" : ""}`,
      id: key,
      "aria-pressed": pressed === undefined ? undefined : String(pressed),
      onclick: run,
    },
    path ? icon(path) : null,
    label,
  );
}

/** Changes some values of a record at once, if no behaviour refuses it, and tells it. Returns whether it was kept. */
export async function change(app, entity, record, values, said) {
  const next = { ...record, ...values };
  const [refused] = collect(app, entity.id, "beforeSave", next, record, app);
  if (refused) {
    app.announce(refused, "warn");
    return false;
  }
  const kept = await app.attempt(() => app.records.save(entity.id, next, record));
  if (!kept) return false;
  collect(app, entity.id, "afterSave", app.records.get(entity.id, record.id), record, app);
  if (said) app.announce(said);
  return true;
}
