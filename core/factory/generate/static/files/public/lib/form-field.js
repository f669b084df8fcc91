import { h } from "./dom.js";
import { formFieldsOf } from "./entity.js";
import { isEmpty } from "./field.js";
import { fill } from "./words.js";

/** The values with which a new record begins. */
export function initialValues(app, entity) {
  return Object.fromEntries(formFieldsOf(entity).map((field) => [field.id, field.initial(app)]));
}

/** A labelled control with its message: `{ field, node, read(), check(record), focus() }`. */
export function formField(app, field, value, prefix = "field") {
  const id = `${prefix}-${field.id}`;
  const error = h("p", { class: "form-error", id: `${id}-error`, hidden: true });
  const input = field.input(value === undefined ? field.empty : value, app, { id, describedBy: error.id });
  const control = input.control ?? input.node;
  const label = labelOf(field, input, id);
  const single = field.type === "boolean";
  const node = h(
    input.group ? "fieldset" : "div",
    { class: single ? "field field-check" : `field field-${field.type}`, "data-field": field.id },
    single ? [input.node, label] : [label, input.node],
    error,
  );
  return { field, node, read: input.read, check, focus };

  function check(record) {
    const text = faultOf(app, field, input, record);
    error.hidden = !text;
    error.textContent = text ?? "";
    if (text) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    return !text;
  }

  function focus() {
    const inner = input.group ? control.querySelector("input, select, textarea, button") : null;
    (inner ?? control).focus();
  }
}

function labelOf(field, { group }, id) {
  const mark = field.required ? h("span", { class: "required", "aria-hidden": "true" }, " *") : null;
  return group ? h("legend", {}, field.name, mark) : h("label", { htmlFor: id }, field.name, mark);
}

/** Why what was entered cannot be kept, as a sentence, or null. */
function faultOf(app, field, input, record) {
  const value = input.read();
  if (value === undefined) return field.invalid?.(app) ?? fill(app.words.invalid, { name: field.name });
  if (isEmpty(value)) return field.required ? fill(app.words.required, { name: field.name }) : null;
  return field.check(value, app, record) ?? (field.unique && isTaken(app, field, value, record) ? fill(app.words.taken, { name: field.name }) : null);
}

function isTaken(app, field, value, record) {
  const key = (each) => field.toText(each, app).trim().toLowerCase();
  const entity = [...app.entities.values()].find(({ fields }) => fields.includes(field));
  return app.records.all(entity.id).some((each) => each.id !== record.id && key(each[field.id]) === key(value));
}
