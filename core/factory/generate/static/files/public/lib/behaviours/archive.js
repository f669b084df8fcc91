import { changeUndoably } from "../changing.js";
import { h } from "../dom.js";
import { titleOf } from "../entity.js";
import { fill } from "../words.js";

/** Lets people put records aside: they are hidden until "Show archived" is chosen, and can be brought back. */
export function archive({ entity }) {
  return {
    kind: "archive",
    entity,
    columns: ["archived"],
    controls: (app, state) => [showArchived(app, state, `archived-${entity}`)],
    select: (records, _app, state) => (state.showArchived ? records : records.filter((record) => !record.archived)),
    badges: (record, app) => (record.archived ? [{ text: app.words.archivedBadge }] : []),
    actions: (record, app) => [
      {
        id: "archive",
        label: record.archived ? app.words.archiveBack : app.words.archive,
        icon: "archive",
        run: () => setArchived(app, app.entities.get(entity), record, !record.archived),
      },
    ],
  };
}

function setArchived(app, entity, record, archived) {
  const text = fill(archived ? app.words.archiveDone : app.words.archiveBackDone, { name: titleOf(app, entity, record) });
  return changeUndoably(app, entity, record, { archived }, text);
}

function showArchived(app, state, id) {
  const box = h("input", { type: "checkbox", id, checked: state.showArchived === true, onchange: () => state.set({ showArchived: box.checked }) });
  return h("div", { class: "control control-check" }, box, h("label", { htmlFor: id }, app.words.archiveShow));
}
