import { h } from "../dom.js";
import { fieldOf } from "../entity.js";
import { change } from "../record-parts.js";
import { fill } from "../words.js";

/** For how long nothing is typed before the text is saved, in milliseconds. */
const PAUSE = 500;

/** The text `field` is written on the page of its record, and saved while it is typed. */
export function autosave({ entity, field }) {
  let editor = null;
  const flush = () => editor?.flush();
  return {
    kind: "autosave",
    entity,
    start() {
      for (const type of ["hashchange", "pagehide", "visibilitychange"]) addEventListener(type, flush);
      // A write that begins while the page is being left may not end, so the browser asks first.
      addEventListener("beforeunload", (event) => {
        if (!editor?.pending()) return;
        flush();
        event.preventDefault();
      });
    },
    editor(record, app) {
      flush();
      editor = createEditor(app, app.entities.get(entity), field, record);
      return editor;
    },
  };
}

/** The editor of one record's text. */
function createEditor(app, entity, fieldId, first) {
  const field = fieldOf(entity, fieldId);
  const textOf = (record) => record[fieldId] ?? "";
  const control = h("textarea", { class: "input autosave-text", id: `autosave-${fieldId}`, rows: 12, maxLength: 20_000, oninput: typed, onblur: flush });
  const status = h("p", { class: "autosave-status" });
  const node = h("div", { class: "autosave field" }, h("label", { htmlFor: control.id }, field.name), control, status);
  let base = first;
  let timer = null;
  let saving = false;
  control.value = textOf(first);
  tell();
  return { field: fieldId, node, update, flush, pending };

  /** Shows what was written elsewhere, unless something that was typed here is not saved yet. */
  function update(record) {
    if (pending()) return;
    if (control.value !== textOf(record)) control.value = textOf(record);
    base = record;
    tell();
  }

  function pending() {
    return control.value !== textOf(base);
  }

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
    tell(app.words.autosavePending);
  }

  async function flush() {
    clearTimeout(timer);
    const text = control.value;
    if (saving || text === textOf(base)) return;
    saving = true;
    const kept = await change(app, entity, base, { [fieldId]: text || null });
    saving = false;
    if (!kept) return tell(app.words.autosaveFailed);
    base = app.records.get(entity.id, first.id) ?? base;
    tell(app.words.autosaved);
    if (pending()) typed();
  }

  function tell(state) {
    const count = fill(app.words.autosaveLength, { count: control.value.length });
    status.textContent = [state, count].filter(Boolean).join(" · ");
  }
}
