import { changeUndoably } from "../changing.js";
import { selectControl } from "../control.js";
import { h } from "../dom.js";
import { titleOf } from "../entity.js";
import { labelButton } from "../record-parts.js";
import { removeRecords } from "../removal.js";
import { fill } from "../words.js";

/**
 * Lets people tick records off. A record is done when `field` has one of the values `done`: it gets the first of them when
 * it is completed, and the value `open` when it is opened again. What is done comes last.
 */
export function completion({ entity, field, done, open }) {
  const isDone = (record) => done.includes(record[field]);
  return {
    kind: "completion",
    entity,
    controls: (app, state) => [
      selectControl({
        id: `completion-${entity}`,
        label: app.words.completionShow,
        options: [
          ["", app.words.filterAll],
          ["open", app.words.completionOpen],
          ["done", app.words.completionClosed],
        ],
        chosen: state.completion ?? "",
        choose: (wanted) => state.set({ completion: wanted }),
      }),
    ],
    select: (records, _app, state) => {
      const wanted = state.completion ? records.filter((record) => isDone(record) === (state.completion === "done")) : records;
      return [...wanted].sort((a, b) => Number(isDone(a)) - Number(isDone(b)));
    },
    pickers: (record, app) => {
      const name = titleOf(app, app.entities.get(entity), record);
      return [
        h("input", {
          type: "checkbox",
          class: "completion",
          id: `complete-${record.id}`,
          checked: isDone(record),
          "aria-label": fill(app.words.completionMark, { name }),
          onchange: (event) => mark(event.target, app, record, name),
        }),
      ];
    },
    summary: (records, app) => {
      const finished = records.filter(isDone).map(({ id }) => id);
      const text = fill(app.words.completionCount, { open: records.length - finished.length, done: finished.length });
      const clear = () => removeRecords(app, app.entities.get(entity), finished);
      return h(
        "div",
        { class: "completion-bar" },
        h("span", {}, text),
        finished.length > 0 && labelButton({ label: app.words.completionClear, icon: "trash", key: `completion-clear-${entity}`, run: clear }),
      );
    },
  };

  /** Completes a record or opens it again; the box shows what it was before when that is refused. */
  async function mark(box, app, record, name) {
    const finished = !isDone(record);
    const text = fill(finished ? app.words.completionDone : app.words.completionReopened, { name });
    const changed = await changeUndoably(app, app.entities.get(entity), record, { [field]: finished ? done[0] : open }, text);
    if (!changed) box.checked = !finished;
  }
}
