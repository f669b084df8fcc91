import { collect } from "../behaviours.js";
import { changeUndoably, refusalsOf } from "../changing.js";
import { collectionPage } from "../collection.js";
import { h, icon } from "../dom.js";
import { fieldOf, fieldsOf, titleOf } from "../entity.js";
import { actions, badges, facts, pickers, recordLink } from "../record-parts.js";
import { fill, inSentence } from "../words.js";

/**
 * The records of an entity as cards in a column for each option of the choice `group`. A card is moved by dragging it or
 * with its buttons.
 */
export function boardView(app, { id, name, entity, group, fields, sort, filter }) {
  const choice = fieldOf(entity, group);
  const shown = fieldsOf(entity, fields).filter((field) => field.id !== entity.display && field.id !== group);
  const board = { app, entity, choice, shown };
  const draw = (records) => {
    const columns = columnsOf(choice, records, fill(app.words.boardNone, { field: choice.name }));
    const node = h("div", { class: "board" }, columns.map((column) => columnNode(board, column)));
    letDrag(node, (recordId, option) => move(board, records.find((record) => record.id === recordId), option));
    return node;
  };
  return { id, name, path: `/${id}`, icon: "board", render: () => collectionPage(app, { id, name, entity, sort, filter, kind: "board", frame: true }, draw) };
}

/**
 * The columns of a board, as `{ id, name, records }`: one for each option, and one with id null for records without any,
 * if there are such records.
 */
export function columnsOf(choice, records, none) {
  const known = new Set(choice.options.map((option) => option.id));
  const columns = choice.options.map(({ id, name }) => ({ id, name, records: records.filter((record) => record[choice.id] === id) }));
  const rest = records.filter((record) => !known.has(record[choice.id]));
  return rest.length > 0 ? [{ id: null, name: none, records: rest }, ...columns] : columns;
}

/** The options before and after the one of a record that it may be moved to: `[before, after]`, undefined for none. */
export function neighbours(options, current, permits) {
  const at = options.findIndex((option) => option.id === current);
  const allowed = (list) => list.find((option) => permits(option.id));
  return [allowed(options.slice(0, Math.max(at, 0)).reverse()), allowed(options.slice(at + 1))];
}

function columnNode(board, { id, name, records }) {
  const { app, entity } = board;
  const heading = `column-${id ?? "none"}`;
  const [max = null] = collect(app, entity.id, "limit", board.choice.id, id);
  return h(
    "section",
    { class: "board-column", "data-column": id ?? "", "aria-labelledby": heading },
    h(
      "div",
      { class: "board-column-head" },
      h("h2", { id: heading }, name),
      counter(app, { count: records.length, max, plural: inSentence(entity.plural, app.locale) }),
    ),
    records.length > 0
      ? h("ul", { class: "board-cards" }, records.map((record) => card(board, record)))
      : h("p", { class: "board-nothing" }, app.words.boardEmpty),
  );
}

/** The number of cards in a column, beside the most that it should hold. */
function counter(app, { count, max, plural }) {
  const name = max === null ? fill(app.words.boardCount, { count, plural }) : fill(app.words.columnLimit, { count, max, plural });
  const tone = max !== null && count > max ? "badge danger" : "badge";
  return h("span", { class: tone, "aria-label": name }, max === null ? String(count) : `${count} / ${max}`);
}

function card(board, record) {
  const { app, entity, choice, shown } = board;
  const permits = (option) => refusalsOf(app, entity, record, { [choice.id]: option }).length === 0;
  const [back, on] = neighbours(choice.options, record[choice.id], permits);
  return h(
    "li",
    { class: "board-card card", "data-record": record.id, draggable: "true" },
    h("div", { class: "board-card-head" }, pickers(app, entity, record), recordLink(app, entity, record)),
    h("div", { class: "badges" }, badges(app, entity, record)),
    facts(app, shown, record),
    h(
      "div",
      { class: "board-card-bar" },
      moveButton(board, record, back, "back", "left"),
      moveButton(board, record, on, "on", "right"),
      actions(app, entity, record),
    ),
  );
}

function moveButton(board, record, option, way, path) {
  const { app, entity } = board;
  if (!option) return null;
  return h(
    "button",
    {
      type: "button",
      class: "icon-button",
      id: `${way}-${record.id}`,
      "aria-label": fill(app.words.boardMove, { title: titleOf(app, entity, record), option: option.name }),
      onclick: () => move(board, record, option.id),
    },
    icon(path),
  );
}

async function move({ app, entity, choice }, record, option) {
  if (!record || record[choice.id] === option) return;
  const title = titleOf(app, entity, record);
  const name = choice.options.find(({ id }) => id === option)?.name ?? fill(app.words.boardNone, { field: choice.name });
  await changeUndoably(app, entity, record, { [choice.id]: option }, fill(app.words.boardMoved, { title, option: name }));
}

/** Calls `drop(recordId, option)` when a card is dropped on a column. */
function letDrag(board, drop) {
  let dragged = null;
  const columnOf = (event) => event.target.closest("[data-column]");
  const mark = (column) => {
    for (const each of board.children) each.classList.toggle("target", each === column);
  };
  board.addEventListener("dragstart", (event) => {
    const card = event.target.closest("[data-record]");
    if (!card) return;
    dragged = card.dataset.record;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged);
    card.classList.add("dragged");
  });
  board.addEventListener("dragover", (event) => {
    if (dragged === null || !columnOf(event)) return;
    event.preventDefault();
    mark(columnOf(event));
  });
  board.addEventListener("drop", (event) => {
    const column = columnOf(event);
    if (dragged === null || !column) return;
    event.preventDefault();
    drop(dragged, column.dataset.column || null);
  });
  board.addEventListener("dragend", () => {
    dragged = null;
    mark(null);
    for (const card of board.querySelectorAll(".dragged")) card.classList.remove("dragged");
  });
}
