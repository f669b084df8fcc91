import { collect } from "./behaviours.js";
import { focusHeading, h, icon, isFocusLost, replaceKeepingFocus } from "./dom.js";
import { storageNotices } from "./notices.js";
import { menuButton } from "./menu.js";
import { recordPage } from "./record-page.js";
import { themeButton } from "./theme.js";

/**
 * What surrounds the pages: title, navigation between entities, menu and theme, notices, and the place of messages. The
 * path behind `#` says which page is open: `/plants` a view, `/plant/<id>` a record, `/` the first view.
 */
export function createShell(app) {
  const groups = groupsOf(app);
  const nav = h("nav", { class: "main-nav", "aria-label": app.title });
  const notices = h("div", { class: "notices" });
  const main = h("main", { id: "main", tabIndex: -1 });
  const menu = collect(app, undefined, "menu", app);
  const node = h(
    "div",
    { class: "shell" },
    h("a", { class: "skip", href: "#main", onclick: skip }, app.words.skip),
    h(
      "header",
      { class: "masthead" },
      h("a", { class: "brand", href: "#/" }, h("img", { src: "icon.svg", alt: "", width: 32, height: 32 }), h("span", {}, app.title)),
      groups.length > 1 ? nav : null,
      h("div", { class: "masthead-actions" }, menu.length > 0 ? menuButton(app) : null, app.themes ? themeButton(app) : null),
    ),
    notices,
    // Before the page, so that it is one step back from its heading, which has the focus after a record is gone.
    app.toast,
    main,
  );
  let shown = { node: null, page: null, key: null };
  return { node, show, update, current: () => shown.page };

  function show() {
    const path = pathNow();
    const opened = shown.key !== null;
    shown = { ...pageAt(app, path), key: path };
    main.replaceChildren(shown.node);
    drawAround();
    for (const link of document.querySelectorAll("[aria-current]")) link.scrollIntoView({ block: "nearest", inline: "nearest" });
    document.title = shown.page?.name ? `${shown.page.name} – ${app.title}` : app.title;
    if (!opened) return;
    focusHeading();
    globalThis.scrollTo?.(0, 0);
  }

  /** Shows what has changed. The focus stays where it is, or goes to the heading if that is gone. */
  function update() {
    const wasLost = isFocusLost();
    drawAround();
    redraw();
    if (!wasLost && isFocusLost()) focusHeading();
  }

  function redraw() {
    if (shown.node.update) return shown.node.update();
    shown = { ...pageAt(app, shown.key), key: shown.key };
    replaceKeepingFocus(main, [shown.node]);
  }

  function drawAround() {
    const current = shown.page?.entity;
    replaceKeepingFocus(nav, groups.map((group) => linkTo(group, current)));
    const told = shown.page?.path ? app.behaviours.flatMap((behaviour) => behaviour.notices?.(app) ?? []) : [];
    replaceKeepingFocus(notices, [...storageNotices(app), ...told]);
  }

  function skip(event) {
    event.preventDefault();
    main.focus();
  }
}

function linkTo({ id, name, line, path }, current) {
  return h("a", { href: `#${path}`, id: `nav-${id}`, "aria-current": id === current ? "page" : undefined }, line ? icon(line) : null, name);
}

function pathNow() {
  return location.hash.replace(/^#/, "") || "/";
}

/** The entities that have views, each with its icon and the path of its first view. */
function groupsOf(app) {
  return [...new Set(app.pages.map(({ entity }) => entity))].map((id) => ({
    id,
    name: app.entities.get(id).plural,
    line: app.entities.get(id).icon,
    path: app.pages.find(({ entity }) => entity === id).path,
  }));
}

function pageAt(app, path) {
  const page = path === "/" ? app.pages[0] : app.pages.find((each) => each.path === path);
  if (page) return { page, node: page.render() };
  const [, entityId, recordId] = path.split("/");
  const entity = app.entities.get(entityId) ?? [...app.entities.values()][0];
  const detail = app.details.get(entity.id);
  const node = detail ? detail.render(recordId) : recordPage(app, entity, entity.fields, recordId);
  return { page: { name: entity.name, entity: entity.id }, node };
}

