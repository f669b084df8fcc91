import { collect } from "./behaviours.js";
import { h, icon } from "./dom.js";
import { formFieldsOf } from "./entity.js";
import { formField, initialValues } from "./form-field.js";
import { ownedRows } from "./owned-rows.js";
import { saveForm } from "./saving.js";
import { fill } from "./words.js";

/**
 * Opens the form of a record, or of a new one (`record` null, begun with the values in `preset`). What is typed is never
 * lost: a form that is closed by mistake can be opened again as it was.
 */
export function openForm(app, entity, record = null, { preset = {}, draft } = {}) {
  const begun = record ?? { ...initialValues(app, entity), ...preset };
  const controls = formFieldsOf(entity).map((field) => formField(app, field, (draft?.values ?? begun)[field.id]));
  const rows = ownedRows(app, entity, record, draft?.rows);
  const summary = h("p", { class: "form-summary", role: "alert", hidden: true });
  const heading = fill(record ? app.words.editRecord : app.words.newRecord, { name: entity.name });
  const form = h(
    "form",
    { class: "form", autocomplete: "off", noValidate: true },
    h("div", { class: "form-head" }, h("h2", { id: "form-heading" }, heading), closeButton()),
    h("div", { class: "form-body" }, summary, controls.map(({ node }) => node), rows.map(({ node }) => node)),
    h(
      "div",
      { class: "form-foot" },
      h("button", { type: "button", class: "button quiet", onclick: leave }, app.words.cancel),
      h("button", { type: "submit", class: "button" }, app.words.save),
    ),
  );
  const dialog = h("dialog", { class: "sheet", "aria-labelledby": "form-heading" }, form);
  const before = document.activeElement;
  let saving = false;

  form.addEventListener("submit", submit);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });
  document.body.append(dialog);
  dialog.showModal();
  controls[0]?.focus();
  const untouched = JSON.stringify(read());

  function closeButton() {
    return h("button", { type: "button", class: "icon-button", "aria-label": app.words.close, onclick: leave }, icon("close"));
  }

  function read() {
    return {
      values: Object.fromEntries(controls.map(({ field, read: value }) => [field.id, value()])),
      rows: rows.map((each) => each.read()),
    };
  }

  async function submit(event) {
    event.preventDefault();
    if (saving) return;
    saving = true;
    const { values } = read();
    const faults = [...controls.filter((control) => !control.check({ ...begun, ...values })), ...rows.flatMap((each) => each.faults())];
    const refused = faults.length === 0 ? refusal({ ...begun, ...values }) : null;
    showSummary(refused ?? (faults.length > 0 ? fill(app.words.faults, { count: faults.length }) : null));
    faults[0]?.focus();
    const kept = faults.length === 0 && !refused && (await saveForm(app, entity, { record, begun, values, rows }, showSummary));
    saving = false;
    if (kept) close();
  }

  function refusal(next) {
    return collect(app, entity.id, "beforeSave", next, record, app)[0] ?? null;
  }

  function showSummary(text) {
    summary.hidden = !text;
    summary.textContent = text ?? "";
    if (text) summary.scrollIntoView?.({ block: "nearest" });
  }

  function leave() {
    const typed = read();
    const changed = JSON.stringify(typed) !== untouched;
    close();
    if (changed) app.offerUndo(app.words.discarded, () => openForm(app, entity, record, { preset, draft: typed }));
  }

  function close() {
    dialog.close();
    dialog.remove();
    if (before?.isConnected) before.focus();
  }
}
