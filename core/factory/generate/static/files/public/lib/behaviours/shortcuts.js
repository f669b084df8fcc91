import { h } from "../dom.js";

/** Shows, with "?", which keys do what. */
export function shortcuts() {
  return {
    kind: "shortcuts",
    menu: (app) => [{ id: "shortcuts", label: app.words.shortcuts, run: () => showShortcuts(app) }],
    keys: (app) => new Map([["?", () => showShortcuts(app)]]),
  };
}

function showShortcuts(app) {
  if (document.getElementById("shortcuts-title")) return;
  const search = app.behaviours.some(({ kind }) => kind === "search");
  const rows = [["n", app.words.shortcutsNew], ...(search ? [["/", app.words.shortcutsSearch]] : []), ["Esc", app.words.shortcutsClose], ["?", app.words.shortcutsHelp]];
  const dialog = h(
    "dialog",
    { class: "dialog", "aria-labelledby": "shortcuts-title", onclose: () => dialog.remove() },
    h("h2", { id: "shortcuts-title" }, app.words.shortcuts),
    h("dl", { class: "keys" }, rows.map(([key, text]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, text)))),
    h("button", { type: "button", class: "button", onclick: () => dialog.close() }, app.words.close),
  );
  document.body.append(dialog);
  dialog.showModal();
}
