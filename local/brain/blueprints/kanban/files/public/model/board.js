/** The columns of the board, from left to right. */
export const COLUMNS = [
  { id: "todo", title: "To do" },
  { id: "doing", title: "Doing" },
  { id: "done", title: "Done" },
];
const IDS = COLUMNS.map(({ id }) => id);

/**
 * The cards themselves: lists go in, new lists come out; the order of the list is the order in each column. A feature
 * may have `read(fields)` (its own part of a card, always well-formed), `toForm(card)`, `badges(card, now)` and
 * `matches(card, view)`.
 */
export function createBoardModel(features) {
  const call = (name, ...args) => features.filter((feature) => feature[name]).map((feature) => feature[name](...args));
  const own = (fields) => Object.assign({}, ...call("read", fields));

  return {
    add(cards, fields) {
      const title = cleanTitle(fields.title);
      return title === "" ? cards : [...cards, { id: String(fields.id), title, column: "todo", ...own(fields) }];
    },
    edit(cards, id, fields) {
      const title = cleanTitle(fields.title);
      if (title === "") return cards;
      return cards.map((card) => (card.id === id ? { ...card, title, ...own(fields) } : card));
    },
    remove: (cards, id) => cards.filter((card) => card.id !== id),
    /** Moves a card to a column: before the card `before`, or to the end. An unknown column changes nothing. */
    move(cards, id, column, before = null) {
      const card = cards.find((candidate) => candidate.id === id);
      if (!card || !IDS.includes(column) || before === id) return cards;
      const others = cards.filter((candidate) => candidate.id !== id);
      const at = others.findIndex((candidate) => candidate.id === before);
      return others.toSpliced(at < 0 ? others.length : at, 0, { ...card, column });
    },
    /** The column to the left (-1) or right (1), or undefined at the edge. */
    neighbour: (column, step) => IDS[IDS.indexOf(column) + step],
    inColumn: (cards, column, view) =>
      cards.filter((card) => card.column === column && call("matches", card, view).every(Boolean)),
    count: (cards, column) => cards.filter((card) => card.column === column).length,
    badges: (card, now) => call("badges", { ...card, done: card.column === "done" }, now).flat(),
    toForm: (card) => ({ title: card.title, ...Object.assign({}, ...call("toForm", card)) }),
    parse(value) {
      if (!Array.isArray(value)) throw new TypeError("cards must be a list");
      return value
        .filter((card) => typeof card?.id === "string" && cleanTitle(card.title) !== "")
        .map((card) => ({
          id: card.id,
          title: cleanTitle(card.title),
          column: IDS.includes(card.column) ? card.column : "todo",
          ...own(card),
        }));
    },
  };
}

function cleanTitle(title) {
  return typeof title === "string" ? title.replace(/\s+/g, " ").trim().slice(0, 160) : "";
}
