import { createEditor } from "./editor.js";
import { announce, h, ICONS, icon } from "./lib/dom.js";
import { openCards } from "./model/card-store.js";
import { answer, dayOf, decksOf, inDeck, newCard } from "./model/cards.js";
import { newId } from "./records/identifiers.js";
/* @feature persistence */
import { takeOver, tellUnreadableCards } from "./features/persistence.js";
/* @end */
/* @feature undo */
import { changesBetween, takeBack } from "./features/undo.js";
/* @end */
import { createStudy } from "./study.js";
/* @feature export */
import { fromLines, toLines } from "./features/export.js";
import { download } from "./lib/download.js";
/* @end */
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */

const store = await openCards(
  "{{project_name}}",
  /* @feature persistence */
  globalThis,
  /* @end */
);
/* @feature persistence */
await takeOver(store.records, "{{project_name}}.cards");
/* @end */
/* @feature undo */
/** What each change replaced, for undo. */
let before = [];
/* @end */
let deck = "";

const today = () => dayOf(new Date());
const study = createStudy({ today, reply: (card, known) => replace(answer(card, known, today())) });
const editor = createEditor({ save });
const choice = h("select", { class: "input", id: "study-deck", onchange: choose });
/* @feature undo */
const undoButton = h("button", { type: "button", class: "button quiet", onclick: undo }, "{{say_undo}}");
/* @end */
const list = h("ul", { class: "cards", id: "cards", "aria-label": "{{say_cards}}" });
/* @feature export */
const lines = h("textarea", { class: "input", id: "lines", rows: 4 });
/* @end */

async function change(cards) {
  /* @feature undo */
  before = [...before, changesBetween(store.get(), cards)].slice(-100);
  /* @end */
  await keep(cards);
}

async function keep(cards) {
  if (!(await store.set(cards))) announce("{{say_full}}");
}

function replace(card) {
  return change(store.get().map((each) => (each.id === card.id ? card : each)));
}
/* @feature undo */

function undo() {
  const replaced = before.at(-1);
  before = before.slice(0, -1);
  return keep(takeBack(store.get(), replaced));
}
/* @end */

function save(content, changed) {
  const isThere = store.get().some(({ id }) => id === changed?.id);
  // What another tab changed since the form was filled in stays, as far as it is not changed here.
  return isThere ? replace({ ...changed, ...content }) : change([...store.get(), newCard(newId(), content, today())]);
}

async function remove({ id, front }) {
  await change(store.get().filter((card) => card.id !== id));
  announce("{{say_deleted}}".replace("%", () => front));
  /* @feature undo */
  undoButton.focus();
  /* @end */
}

function choose() {
  deck = choice.value;
  render();
}
/* @feature export */

async function importLines() {
  const { cards, leftOut } = fromLines(lines.value);
  // What was imported is not imported again with the next press.
  lines.value = leftOut.join("\n");
  if (cards.length > 0) await change([...store.get(), ...cards.map((card) => newCard(newId(), { deck: editor.deck, ...card }, today()))]);
  announce("{{say_imported}}".replace("%", String(cards.length)).replace("#", String(leftOut.length)));
}

function exportLines() {
  const name = "{{say_file}}.txt";
  download(name, "text/plain", toLines(inDeck(store.get(), deck)));
  announce("{{say_exported}}".replace("%", name));
}
/* @end */

/** A day as it is written in the language of the page. */
const dayText = (day) => new Intl.DateTimeFormat("{{locale}}", { dateStyle: "medium", timeZone: "UTC" }).format(Date.parse(day));

function row(card) {
  const named = (text) => text.replace("%", () => card.front);
  const tool = (label, kind, path, onclick) =>
    h("button", { type: "button", class: `icon-button ${kind}`, "aria-label": label, title: label, onclick }, icon(path));
  return h(
    "li",
    { class: "card-row", "data-box": card.box },
    h("div", { class: "sides" }, h("strong", {}, card.front), h("span", {}, card.back), h("span", { class: "quiet-text" }, `${card.deck} · ${dayText(card.due)}`)),
    tool(named("{{say_edit}}"), "", ICONS.pencil, () => editor.edit(card)),
    tool(named("{{say_delete}}"), "danger", ICONS.trash, () => remove(card)),
  );
}

function render() {
  const decks = decksOf(store.get());
  if (!decks.includes(deck)) deck = "";
  const option = (value, text) => h("option", { value, selected: value === deck }, text);
  choice.replaceChildren(option("", "{{say_all}}"), ...decks.map((name) => option(name, name)));
  editor.offer(decks);
  const cards = inDeck(store.get(), deck);
  study.show(cards);
  list.replaceChildren(...cards.map(row));
  list.dataset.count = String(cards.length);
  list.hidden = cards.length === 0;
  /* @feature undo */
  undoButton.disabled = before.length === 0;
  /* @end */
}

document.getElementById("tool").append(
  h(
    "div",
    { class: "row" },
    h("label", { htmlFor: "study-deck" }, "{{say_study}}"),
    h("div", { class: "grow" }, choice),
    /* @feature undo */
    undoButton,
    /* @end */
  ),
  study.node,
  editor.node,
  list,
  /* @feature export */
  h(
    "details",
    { class: "panel" },
    h("summary", {}, "{{say_exchange}}"),
    h("div", { class: "field" }, h("label", { htmlFor: "lines" }, "{{say_lines}}"), lines),
    h(
      "div",
      { class: "row" },
      h("button", { type: "button", class: "button", onclick: importLines }, "{{say_import}}"),
      h("button", { type: "button", class: "button quiet", onclick: exportLines }, "{{say_export}}"),
    ),
  ),
  /* @end */
);
store.subscribe(render);
/* @feature persistence */
tellUnreadableCards(store.records, "{{project_name}}.cards");
/* @end */
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
render();
