import { refusalsOf } from "../changing.js";
import { h } from "../dom.js";
import { titleOf } from "../entity.js";
import { labelButton } from "../record-parts.js";
import { removeRecords } from "../removal.js";
import { fill } from "../words.js";

/** Lets people select several records, and delete them or give all of them the same option. */
export function bulk({ entity }) {
  let redraw = () => {};
  const selected = new Set();
  const set = (ids) => {
    selected.clear();
    for (const id of ids) selected.add(id);
    redraw();
  };
  return {
    kind: "bulk",
    entity,
    select: (records, _app, state) => {
      redraw = () => state.set({ selected: [...selected] });
      return records;
    },
    pickers: (record, app) => [
      h("input", {
        type: "checkbox",
        class: "picker",
        id: `select-${record.id}`,
        checked: selected.has(record.id),
        "aria-label": fill(app.words.bulkSelect, { name: titleOf(app, app.entities.get(entity), record) }),
        onchange: (event) => set(event.target.checked ? [...selected, record.id] : [...selected].filter((id) => id !== record.id)),
      }),
    ],
    summary: (records, app) => {
      const chosen = records.filter(({ id }) => selected.has(id));
      return chosen.length === 0 ? null : bar(app, app.entities.get(entity), { chosen, records, set });
    },
  };
}

function bar(app, entity, { chosen, records, set }) {
  const ids = chosen.map(({ id }) => id);
  const remove = async () => (await removeRecords(app, entity, ids)) && set([]);
  return h(
    "div",
    { class: "bulk-bar", role: "region", "aria-label": app.words.bulkSelection },
    h("strong", { role: "status" }, fill(app.words.bulkCount, { count: chosen.length })),
    chosen.length < records.length && labelButton({ label: app.words.bulkAll, key: "bulk-all", run: () => set(records.map(({ id }) => id)) }),
    entity.fields.filter(({ type }) => type === "choice").map((field) => optionList(app, entity, field, chosen)),
    labelButton({ label: app.words.bulkDelete, icon: "trash", danger: true, key: "bulk-delete", run: remove }),
    labelButton({ label: app.words.bulkNone, key: "bulk-none", run: () => set([]) }),
  );
}

function optionList(app, entity, field, chosen) {
  const list = h(
    "select",
    { class: "input", id: `bulk-${field.id}`, "aria-label": fill(app.words.bulkSet, { field: field.name }), onchange: () => setOption(app, entity, field, chosen, list.value) },
    h("option", { value: "" }, fill(app.words.bulkSet, { field: field.name })),
    field.options.map(({ id, name }) => h("option", { value: id }, name)),
  );
  return list;
}

/** Gives the records an option; those whose behaviours refuse it stay as they are, and the first reason is told. */
async function setOption(app, entity, field, chosen, option) {
  const changed = chosen.filter((record) => record[field.id] !== option);
  const refusals = changed.map((record) => refusalsOf(app, entity, record, { [field.id]: option })[0]);
  const permitted = changed.filter((_, index) => !refusals[index]);
  const refused = refusals.find(Boolean);
  if (permitted.length === 0) {
    if (refused) app.announce(refused, "warn");
    return;
  }
  const edits = permitted.map((base) => ({ entityId: entity.id, record: { ...base, [field.id]: option }, base }));
  if (!(await app.attempt(() => app.records.saveAll(edits)))) return;
  const text = fill(app.words.bulkChanged, { count: permitted.length });
  app.offerUndo(refused ? `${text} ${refused}` : text, () => app.records.saveAll(edits.map(({ entityId, record, base }) => ({ entityId, record: { ...base }, base: record }))));
}
