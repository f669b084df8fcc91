import { collect } from "./behaviours.js";
import { h, icon } from "./dom.js";
import { labelButton } from "./record-parts.js";

/** The button that opens the entries which behaviours add to the app's menu. */
export function menuButton(app) {
  const list = h("div", { class: "menu-list card", id: "menu-list", hidden: true });
  const button = h("button", { type: "button", class: "icon-button", id: "menu", "aria-label": app.words.menu, title: app.words.menu, "aria-expanded": "false", "aria-controls": "menu-list", onclick: toggle }, icon("more"));
  const node = h("div", { class: "menu", onkeydown: closeOnEscape, onfocusout: closeOutside }, button, list);
  document.addEventListener("pointerdown", ({ target }) => node.contains(target) || show(false));
  return node;

  function toggle() {
    const opening = list.hidden;
    if (opening) {
      const entries = collect(app, undefined, "menu", app);
      list.replaceChildren(...entries.map((entry) => labelButton({ ...entry, key: `menu-${entry.id}`, run: () => choose(entry) }, "plain")));
    }
    show(opening);
    if (opening) list.querySelector("button")?.focus();
  }

  function choose(entry) {
    show(false);
    button.focus();
    entry.run();
  }

  function show(visible) {
    list.hidden = !visible;
    button.setAttribute("aria-expanded", String(visible));
  }

  function closeOnEscape(event) {
    if (event.key !== "Escape" || list.hidden) return;
    event.stopPropagation();
    show(false);
    button.focus();
  }

  function closeOutside({ relatedTarget }) {
    if (relatedTarget && !node.contains(relatedTarget)) show(false);
  }
}
