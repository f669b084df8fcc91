import { h, icon } from "./dom.js";
import { formFieldsOf, namedBy } from "./entity.js";
import { formField, initialValues } from "./form-field.js";
import { newId } from "./identifiers.js";
import { fill } from "./words.js";

/**
 * The rows that belong to a record and are edited in its form, one part for each entity that is owned by it:
 * `{ node, read(), faults(), edits(ownerId), removed() }`.
 */
export function ownedRows(app, entity, record, drafts) {
  return namedBy(app, entity.id)
    .filter(({ field }) => field.reference.owned)
    .map((owned, index) => rowsPart(app, owned, record, drafts?.[index]));
}

function rowsPart(app, { entity, field: owner }, record, draft) {
  const stored = record ? app.records.naming(entity.id, owner.id, record.id) : [];
  const list = h("ol", { class: "rows" });
  const add = h("button", { type: "button", class: "button quiet small", onclick: () => append(null, undefined).focus() }, icon("plus"), fill(app.words.addRecord, { name: entity.name }));
  const node = h("fieldset", { class: "field rows-part" }, h("legend", {}, entity.plural), list, add);
  let rows = [];
  for (const [row, values] of draft?.map((each) => [each.row, each.values]) ?? stored.map((each) => [each, undefined])) append(row, values);
  return {
    node,
    read: () => rows.map(({ row, read }) => ({ row, values: read() })),
    faults: () => rows.flatMap((each) => each.faults()),
    edits: (ownerId) =>
      rows.map(({ row, read }) => ({
        entityId: entity.id,
        record: { ...(row ?? {}), ...read(), [owner.id]: owner.reference.many ? [ownerId] : ownerId, id: row?.id ?? newId() },
        base: row ?? {},
      })),
    removed: () => stored.filter(({ id }) => !rows.some(({ row }) => row?.id === id)).map(({ id }) => [entity.id, id]),
  };

  function append(row, values) {
    const begun = row ?? initialValues(app, entity);
    const prefix = `row-${entity.id}-${row?.id ?? newId()}`;
    const controls = formFieldsOf(entity)
      .filter((field) => field !== owner)
      .map((field) => formField(app, field, values ? values[field.id] : begun[field.id], prefix));
    const entry = {
      row,
      read: () => Object.fromEntries(controls.map(({ field, read }) => [field.id, read()])),
      faults: () => controls.filter((control) => !control.check({ ...begun, ...entry.read() })),
      focus: () => controls[0]?.focus(),
    };
    const remove = h("button", { type: "button", class: "icon-button danger", "aria-label": fill(app.words.removeRecord, { name: entity.name }), onclick: drop }, icon("trash"));
    const item = h("li", { class: "row" }, h("div", { class: "row-fields" }, controls.map((control) => control.node)), remove);
    list.append(item);
    rows.push(entry);
    return entry;

    function drop() {
      rows = rows.filter((each) => each !== entry);
      item.remove();
      add.focus();
    }
  }
}
