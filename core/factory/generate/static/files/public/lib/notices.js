import { h } from "./dom.js";
import { titleOf } from "./entity.js";
import { isEmpty } from "./field.js";
import { fill } from "./words.js";

/**
 * What people must know about their records in this browser: that nothing is kept, that something cannot be read, or that
 * what they entered took the place of what was entered elsewhere.
 */
export function storageNotices(app) {
  const rows = app.records.unreadable();
  return [
    app.records.kept ? null : h("aside", { class: "notice", role: "alert" }, h("p", {}, app.words.notKeptHere)),
    rows.length > 0 ? unreadable(app, rows) : null,
    replaced(app),
  ].filter(Boolean);
}

/** The values of another tab that an edit here took the place of; null if there are none. */
function replaced(app) {
  const sentences = app.records.replaced().flatMap(({ entity: entityId, id, field: fieldId, value }) => {
    const entity = app.entities.get(entityId);
    const record = app.records.get(entityId, id);
    const field = entity.fields.find((each) => each.id === fieldId);
    if (!record || !field) return []; // Deleted, or a value that a behaviour keeps.
    const text = isEmpty(value) ? "–" : field.format(value, app);
    return [fill(app.words.replaced, { field: field.name, name: titleOf(app, entity, record), value: text })];
  });
  if (sentences.length === 0) return null;
  return h(
    "aside",
    { class: "notice", role: "status" },
    h("ul", {}, sentences.map((sentence) => h("li", {}, sentence))),
    h("div", { class: "actions" }, h("button", { type: "button", class: "button quiet small", id: "forget-replaced", onclick: app.records.forgetReplaced }, app.words.close)),
  );
}

function unreadable(app, rows) {
  return h(
    "aside",
    { class: "notice", role: "alert" },
    h("p", {}, fill(app.words.unreadable, { count: rows.length })),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", class: "button small", id: "keep-unreadable", onclick: save }, app.words.unreadableDownload),
      h("button", { type: "button", class: "button quiet small", id: "delete-unreadable", onclick: discard }, app.words.unreadableDelete),
    ),
  );

  function save() {
    const url = URL.createObjectURL(new Blob([JSON.stringify(rows, null, 2)], { type: "application/json" }));
    h("a", { href: url, download: `${app.database}-unreadable.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  function discard() {
    if (confirm(app.words.unreadableConfirm)) app.attempt(() => app.records.discardUnreadable());
  }
}
