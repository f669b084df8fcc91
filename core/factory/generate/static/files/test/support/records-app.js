import "./browser.js";
import { entity } from "../../public/lib/entity.js";
import { field } from "../../public/lib/field.js";
import { openRecords } from "../../public/lib/records.js";

/**
 * An app without pages around it, to test views and behaviours: one entity `task` with a text `title` and the given
 * `fields` (`{ id, type, ...}`), with `records` stored. Its words are their keys; `app.said` lists what it announced and
 * `app.undo()` takes the last change back.
 */
export async function recordsApp({ fields = [], records = [], behaviours = [] } = {}) {
  const words = new Proxy({}, { get: (_, key) => `${String(key)} {count} {name} {title} {option} {field}` });
  const made = [{ id: "title" }, ...fields].map(({ id, ...methods }) => field({ id, name: id }, { type: "text", accepts: () => true, ...methods }));
  const task = entity({ id: "task", name: "Task", plural: "Tasks", display: "title", fields: made });
  const app = {
    locale: "en",
    currency: "EUR",
    words,
    behaviours,
    entities: new Map([["task", task]]),
    records: await openRecords({ database: "test", entities: [task] }),
    states: new Map(),
    pages: [],
    said: [],
    announce: (text) => app.said.push(text),
    offerUndo(text, undo) {
      app.said.push(text);
      app.undo = undo;
    },
    async attempt(work) {
      await work();
      return true;
    },
  };
  await app.records.saveAll(records.map((record) => ({ entityId: "task", record })));
  return { app, task, record: (id) => app.records.get("task", id) };
}

/** The state of a view, as behaviours get it. */
export function viewState() {
  const state = { set: (values) => Object.assign(state, values) };
  return state;
}
