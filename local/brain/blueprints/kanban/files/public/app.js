import { announce, h, ICONS, icon, replaceKeepingFocus } from "./lib/dom.js";
import { createStore } from "./lib/store.js";
import { COLUMNS, createBoardModel } from "./model/board.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature due_dates */
import { dueDates } from "./features/due-dates.js";
/* @end */
/* @feature tags */
import { tags } from "./features/tags.js";
/* @end */
/* @feature search */
import { search } from "./features/search.js";
/* @end */
/* @feature drag_drop */
import { setUpDragging } from "./features/drag-drop.js";
/* @end */
/* @feature wip_limits */
import { load } from "./features/wip-limits.js";
/* @end */
/* @feature export */
import { download } from "./lib/download.js";
/* @end */

/** What a card can have beyond its title and column. */
const features = [
  /* @feature due_dates */
  dueDates,
  /* @end */
  /* @feature tags */
  tags,
  /* @end */
  /* @feature search */
  search,
  /* @end */
];

const model = createBoardModel(features);
const store = createStore({
  key: "{{project_name}}.cards",
  version: 1,
  parse: model.parse,
  empty: () => [],
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});
const view = { query: "", tag: "" };
const $ = (id) => document.getElementById(id);

function change(cards, said) {
  if (cards === store.get()) return;
  const kept = store.set(cards);
  announce(kept ? said : `${said} The browser's storage is full: this will not be kept.`);
}

function render() {
  const cards = store.get();
  replaceKeepingFocus($("board"), COLUMNS.map(columnView));
  const done = model.count(cards, "done");
  $("progress").textContent = cards.length === 0 ? "An empty board." : `${done} of ${cards.length} cards done.`;
}

function columnView({ id, title }) {
  const cards = model.inColumn(store.get(), id, view);
  const counter = { text: String(model.count(store.get(), id)), over: false };
  /* @feature wip_limits */
  Object.assign(counter, load(id, model.count(store.get(), id)));
  /* @end */
  return h(
    "section",
    { class: `column column-${id}`, "data-column": id, "aria-labelledby": `column-${id}` },
    h(
      "div",
      { class: "column-head" },
      h("h2", { id: `column-${id}` }, title),
      counter.over && h("span", { class: "badge danger" }, "Over the limit"),
      h("span", { class: "badge", "aria-label": `${counter.text} cards` }, counter.text),
    ),
    h("ul", { class: "cards" }, cards.length > 0 ? cards.map(cardView) : h("li", { class: "nothing" }, emptyText(id))),
  );
}

function emptyText(column) {
  if (view.query !== "") return "No card matches";
  return { todo: "Add a card to begin", doing: "Nothing in work", done: "Nothing finished yet" }[column];
}

function cardView(card) {
  const draggable = { draggable: "false" };
  /* @feature drag_drop */
  draggable.draggable = "true";
  /* @end */
  return h(
    "li",
    { class: "card kard", "data-card": card.id, ...draggable },
    h("p", { class: "kard-title" }, card.title),
    h(
      "p",
      { class: "badges" },
      model.badges(card, new Date()).map(({ text, tone }) => h("span", { class: tone ? `badge ${tone}` : "badge" }, text)),
    ),
    h(
      "div",
      { class: "kard-bar" },
      stepButton(card, -1, "back", ICONS.left),
      stepButton(card, 1, "on", ICONS.right),
      h(
        "button",
        { type: "button", class: "icon-button", id: `edit-${card.id}`, "aria-label": `Edit: ${card.title}`, onclick: () => edit(card) },
        icon(ICONS.pencil),
      ),
      h(
        "button",
        { type: "button", class: "icon-button danger", "aria-label": `Delete: ${card.title}`, onclick: () => remove(card) },
        icon(ICONS.trash),
      ),
    ),
  );
}

function stepButton(card, step, way, path) {
  const target = model.neighbour(card.column, step);
  const title = COLUMNS.find(({ id }) => id === target)?.title;
  return h(
    "button",
    {
      type: "button",
      class: "icon-button",
      id: `${way}-${card.id}`,
      disabled: target === undefined,
      "aria-label": `Move to ${title ?? "nowhere"}: ${card.title}`,
      onclick: () => change(model.move(store.get(), card.id, target), `Moved to ${title}.`),
    },
    icon(path),
  );
}

function remove(card) {
  change(model.remove(store.get(), card.id), `Deleted “${card.title}”.`);
  $("board").focus();
}

/** Edits in a dialog whose fields are copies of the composer's own, so that both always offer the same. */
function edit(card) {
  const values = model.toForm(card);
  const fields = [...$("composer").querySelectorAll("[name]")].map((original) => {
    const field = original.cloneNode(true);
    field.id = `edit-${original.name}`;
    field.value = values[original.name] ?? "";
    const name = original.name === "title" ? "Title" : original.labels[0].textContent;
    return h("div", { class: "field" }, h("label", { htmlFor: field.id }, name), field);
  });
  const form = h(
    "form",
    { class: "stack", autocomplete: "off" },
    fields,
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", class: "button quiet", onclick: () => dialog.close() }, "Cancel"),
      h("button", { type: "submit", class: "button" }, "Save changes"),
    ),
  );
  const dialog = h("dialog", { "aria-labelledby": "edit-heading" }, h("h2", { id: "edit-heading" }, "Edit card"), form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change(model.edit(store.get(), card.id, Object.fromEntries(new FormData(form))), "Saved.");
    dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    $(`edit-${card.id}`)?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  change(model.add(store.get(), { ...Object.fromEntries(new FormData(form)), id: crypto.randomUUID() }), "Card added.");
  form.reset();
  $("new-title").focus();
});
/* @feature search */
$("query").addEventListener("input", () => {
  view.query = $("query").value;
  render();
});
/* @end */
/* @feature drag_drop */
setUpDragging($("board"), (id, column, before) => change(model.move(store.get(), id, column, before), "Card moved."));
/* @end */
/* @feature export */
$("export").addEventListener("click", () => {
  download("{{project_name}}.json", "application/json", `${JSON.stringify(store.get(), null, 2)}\n`);
  announce("Exported the board.");
});
/* @end */
/* @feature dark_mode */
setUpTheme($("theme"));
/* @end */

store.subscribe(render);
render();
