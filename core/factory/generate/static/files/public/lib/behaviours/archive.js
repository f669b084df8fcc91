import { changeUndoably } from "../changing.js";
import { checkControl } from "../control.js";
import { titleOf } from "../entity.js";
import { fill } from "../words.js";

/** Lets people put records aside: they are hidden until "Show archived" is chosen, and can be brought back. */
export function archive({ entity }) {
  return {
    kind: "archive",
    entity,
    columns: ["archived"],
    controls: (app, state) => [
      checkControl({
        id: `archived-${entity}`,
        label: app.words.archiveShow,
        checked: state.showArchived === true,
        choose: (showArchived) => state.set({ showArchived }),
      }),
    ],
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
