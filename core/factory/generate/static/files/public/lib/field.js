import { h } from "./dom.js";

/**
 * A field of an entity. A type passes what is its own; the rest is that of a text. `app` is always the running app
 * `{ records, entities, words, locale, currency, open, announce, offerUndo }`, passed in, never a global.
 *
 * `empty` the value of a field that is not set: null, [] for lists, false for a boolean.
 * `initial(app)` the value in a new record's form.
 * `readOnly` true for a field that people do not fill in: it is not in the form.
 * `derived` true for a field that is computed when it is read; `derive(record, app)` then returns its value.
 * `assign(records)` the value that a field sets by itself when a record is created (created_at, auto_number).
 * `accepts(value)` whether a stored value is of this type; a record for which it is not is put aside as unreadable.
 * `check(value, app, record)` why a value cannot be saved, as a sentence, or null.
 * `format(value, app)` its text for people, "" for an empty one.
 * `cell(value, app, record)` what a view shows: a Node or text, "" for nothing.
 * `input(value, app, { id, describedBy })` `{ node, read(), control }`: the control has the id, so that the label finds it;
 *   for a group of controls, `group: true`, and the form labels it with a legend. `read()` returns the value, or undefined
 *   for a text that is not a value (then `check` of undefined is not asked: `words.invalid` is shown, or `invalid(app)`).
 * `compare(a, b, app)` orders two values that are not empty.
 * `toText(value, app)` and `fromText(text, app)` for import, export and search; `fromText` returns undefined for a text
 *   that is no value.
 */
export function field(options, methods) {
  const { id, name, type = methods.type, required = false, unique = false, initial } = options;
  const own = {
    empty: null,
    readOnly: false,
    derived: false,
    initial: () => (initial === undefined ? own.empty : initial),
    accepts: (value) => value === own.empty || typeof value === "string",
    check: () => null,
    format: (value) => (value === null || value === undefined ? "" : String(value)),
    cell: (value, app, record) => own.format(value, app, record),
    input: (value, _app, { id: controlId, describedBy }) => {
      const control = h("input", { class: "input", id: controlId, type: "text", value: value ?? "", maxLength: 200, "aria-describedby": describedBy });
      return { node: control, control, read: () => control.value.trim() || null };
    },
    compare: (a, b, app) => String(a).localeCompare(String(b), app.locale, { sensitivity: "base", numeric: true }),
    toText: (value, app) => own.format(value, app),
    fromText: (text) => text.trim() || own.empty,
    ...methods,
  };
  return Object.assign(own, { id, name, type, required, unique });
}

/** Whether a value is that of a field which is not set. */
export function isEmpty(value) {
  return value === null || value === undefined || value === "" || value === false || (Array.isArray(value) && value.length === 0);
}
