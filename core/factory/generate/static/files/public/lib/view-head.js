import { h, icon } from "./dom.js";
import { ownerField } from "./entity.js";
import { openForm } from "./form.js";
import { fill } from "./words.js";

/** The head of a view: its entity as heading, the other views of the entity, and the primary action. */
export function viewHead(app, { id, name, entity, count }) {
  const siblings = app.pages.filter((page) => page.entity === entity.id);
  return h(
    "div",
    { class: "view-head" },
    h("div", { class: "view-title" }, h("h1", { tabIndex: -1 }, siblings.length > 1 ? entity.plural : name), count),
    ownerField(entity) ? null : newButton(app, entity),
    siblings.length > 1 ? switcher(app, siblings, id) : null,
  );
}

function newButton(app, entity) {
  return h(
    "button",
    { type: "button", class: "button new-record", id: "new-record", onclick: () => openForm(app, entity) },
    icon("plus"),
    fill(app.words.newRecord, { name: entity.name }),
  );
}

function switcher(app, pages, current) {
  return h(
    "nav",
    { class: "segments", "aria-label": app.words.views },
    pages.map(({ id, name, path, icon: drawn }) =>
      h("a", { href: `#${path}`, id: `view-${id}`, "aria-current": id === current ? "page" : undefined }, drawn ? icon(drawn) : null, name),
    ),
  );
}
