/** The days after which a card that was known is due again, by the box it moves to. */
const WAITS = [0, 1, 2, 4, 8, 16];
export const BOXES = [1, 2, 3, 4, 5];

/** A card of the first box that is due at once, unless it is known to be in another one. */
export function newCard(id, { deck, front, back, box = 1, due }, today) {
  return { id, deck, front, back, box, due: due ?? today };
}

/** The card after an answer: one box up when it was known, otherwise back to the first and due at once. */
export function answer(card, known, today) {
  const box = known ? Math.min(card.box + 1, BOXES.length) : 1;
  return { ...card, box, due: known ? addDays(today, WAITS[box]) : today };
}

/** The cards of a deck; of every deck for "". */
export const inDeck = (cards, deck) => cards.filter((card) => deck === "" || card.deck === deck);

export const decksOf = (cards) => [...new Set(cards.map(({ deck }) => deck))].sort((a, b) => a.localeCompare(b));

/** The due cards: those put back least often since the page was opened come first, then those due longest. */
export function dueCards(cards, today, repeats = new Map()) {
  const times = ({ id }) => repeats.get(id) ?? 0;
  return cards.filter(({ due }) => due <= today).sort((a, b) => times(a) - times(b) || a.due.localeCompare(b.due));
}

/** The day of a date where the person is, as `2026-03-09`. */
export function dayOf(date) {
  const pad = (number, length) => String(number).padStart(length, "0");
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

function addDays(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const isText = (value) => typeof value === "string" && value !== "";

/** A card as it is kept, with what each of its values can be. */
export const CARD = {
  id: "card",
  fields: [
    { id: "deck", empty: null, accepts: isText },
    { id: "front", empty: null, accepts: isText },
    { id: "back", empty: null, accepts: isText },
    { id: "box", empty: 1, accepts: (value) => BOXES.includes(value) },
    { id: "due", empty: null, accepts: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) },
  ],
};

/** Whether a value is a whole card. */
export function isCard(value) {
  return isText(value?.id) && CARD.fields.every(({ id, accepts }) => accepts(value[id]));
}
