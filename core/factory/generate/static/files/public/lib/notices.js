import { h } from "./dom.js";
import { fill } from "./words.js";

/** What people must know about their records in this browser: that nothing is kept, or that something cannot be read. */
export function storageNotices(app) {
  const rows = app.records.unreadable();
  return [
    app.records.kept ? null : h("aside", { class: "notice", role: "alert" }, h("p", {}, app.words.notKeptHere)),
    rows.length > 0 ? unreadable(app, rows) : null,
  ].filter(Boolean);
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
