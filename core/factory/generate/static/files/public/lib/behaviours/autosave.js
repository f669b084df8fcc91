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
  return { field: fieldId, node, update, flush };

  /** Shows what was written elsewhere, unless something that was typed here is not saved yet. */
  function update(record) {
    if (control.value !== textOf(base)) return;
    if (control.value !== textOf(record)) control.value = textOf(record);
    base = record;
    tell();
  }

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
    tell();
  }

  async function flush() {
    clearTimeout(timer);
    const text = control.value;
    if (saving || text === textOf(base)) return;
    saving = true;
    const kept = await change(app, entity, base, { [fieldId]: text || null });
    saving = false;
    if (!kept) return;
    base = app.records.get(entity.id, first.id) ?? base;
    tell(app.words.autosaved);
    if (control.value !== textOf(base)) typed();
  }

  function tell(saved) {
    const count = fill(app.words.autosaveLength, { count: control.value.length });
    const pending = control.value === textOf(base) ? saved : app.words.autosavePending;
    status.textContent = [pending, count].filter(Boolean).join(" · ");
  }
}
