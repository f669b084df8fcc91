import { DomEvent } from "./dom.js";

/**
 * An app for the tests of fields: its words are their keys, its records those of `records` by entity. `entities` are
 * entity objects by identifier.
 */
export function fieldApp({ locale = "en", currency = "USD", entities = {}, records = {} } = {}) {
  const all = (entity) => records[entity] ?? [];
  return {
    locale,
    currency,
    words: new Proxy({}, { get: (_, key) => key }),
    entities: new Map(Object.entries(entities)),
    records: { all, get: (entity, id) => all(entity).find((record) => record.id === id) },
  };
}

/** Spaces of one kind: languages separate numbers by several. */
export function plainSpaces(text) {
  return text.replace(/\s/g, " ");
}

/** The control of a field with a value: its node, the control itself, and what it reads. Import `./browser.js` first. */
export function edit(field, value, app) {
  const { node, control, read } = field.input(value, app, { id: "field", describedBy: "error" });
  document.body.replaceChildren(node);
  const press = (key) => {
    const event = new DomEvent("keydown", { key });
    control.dispatchEvent(event);
    return event;
  };
  const hear = (type) => control.dispatchEvent(new DomEvent(type));
  return { node, box: control, read, press, hear };
}
