import "./browser.js";
import { startApp } from "../../public/lib/app.js";
import { collectionPage } from "../../public/lib/collection.js";
import { h } from "../../public/lib/dom.js";
import { entity } from "../../public/lib/entity.js";
import { field } from "../../public/lib/field.js";
import { recordLink } from "../../public/lib/record-parts.js";
import { view } from "../../public/lib/view.js";
import { createIndexedDB } from "./indexed-db.js";
import { page, settled } from "./app.js";

const text = (id, more = {}) => field({ id, name: id, ...more }, { type: "text", ...more });
const names = (id, target, more = {}) =>
  field({ id, name: id }, { type: "reference", reference: { entity: target, many: false, owned: false, onDelete: "clear", ...more } });

/** Projects with steps that belong to them, invoices that need them and notes that mention them. */
const project = entity({ id: "project", name: "Project", plural: "Projects", icon: "M4 4h16", display: "title", fields: [text("title", { required: true, unique: true }), text("goal"), names("parent", "project", { onDelete: "cascade" })] });
const step = entity({ id: "step", name: "Step", plural: "Steps", display: "name", fields: [text("name", { required: true }), names("project", "project", { owned: true, onDelete: "cascade" })] });
const invoice = entity({ id: "invoice", name: "Invoice", plural: "Invoices", display: "number", fields: [text("number"), names("project", "project", { onDelete: "restrict" })] });
const note = entity({ id: "note", name: "Note", plural: "Notes", display: "text", fields: [text("text"), names("project", "project")] });

function plainView(app, { id, name, entity: shown, sort, filter }) {
  const draw = (records) => h("ul", {}, records.map((record) => h("li", {}, recordLink(app, shown, record))));
  return { id, name, path: `/${id}`, render: () => collectionPage(app, { id, name, entity: shown, sort, filter, kind: "plain" }, draw) };
}

/** Words are their keys, some with what is filled in. */
const filled = { added: "{name}", deletionRefused: "{name} {other}", newRecord: "{name}", replaced: "{field} {name} {value}", required: "{name}", taken: "{name}" };
const words = new Proxy(filled, { get: (_, key) => (Object.hasOwn(filled, key) ? `${key} ${filled[key]}` : String(key)) });

/** Starts the sample app with empty storage at its first page. `options` replaces what it consists of. */
export async function sampleApp(options = {}) {
  document.body.replaceChildren();
  location.hash = "#/";
  globalThis.indexedDB = options.indexedDB === undefined ? createIndexedDB() : options.indexedDB;
  const app = await startApp({
    title: "Sample",
    database: `sample-${(count += 1)}`,
    locale: "en",
    currency: "EUR",
    words,
    entities: [project, step, invoice, note],
    views: [
      view(plainView, { id: "projects", name: "All projects", entity: project, sort: { field: "title", descending: false }, ...options.view }),
      view(plainView, { id: "notes", name: "All notes", entity: note }),
    ],
    behaviours: options.behaviours ?? [],
  });
  return { app, project, step, invoice, note, seen: () => page.text(), settled };
}
let count = 0;

/** The first element that a selector finds, clicked; waits until what it began is done. */
export async function clickOn(selector) {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  await page.click(found);
}

export const SAVE = 'dialog [type="submit"]';
