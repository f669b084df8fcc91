import { openBrowserRecords } from "../records/browser-records.js";
import { earlierList } from "../records/earlier.js";
import { CARD, isCard } from "./cards.js";

/**
 * The cards of a browser, one record each: tabs that change different cards, or different values of one, keep both. Without
 * a `browser` they last as long as the page.
 */
export async function openCards(database, browser = {}) {
  const records = await openBrowserRecords({ database, entities: [CARD] }, browser);
  return {
    records,
    get: () => records.all(CARD.id),
    /** Keeps what differs from the cards that are there, all or nothing. Says whether it could be kept. */
    async set(cards) {
      const now = new Map(records.all(CARD.id).map((card) => [card.id, card]));
      const edits = cards.filter((card) => now.get(card.id) !== card).map(editOf);
      for (const { id } of cards) now.delete(id);
      try {
        await records.saveAll(edits, [...now.keys()].map((id) => [CARD.id, id]));
        return true;
      } catch (error) {
        console.error(error);
        return false;
      }
    },
    subscribe: records.subscribe,
  };
}

/** The cards in the text of an earlier version, which kept all of them as one; for `takeEarlier`. */
export function readEarlier(text) {
  const list = earlierList(text, "value") ?? [null];
  const edits = list.filter(isCard).map(editOf);
  return { edits, whole: edits.length === list.length };
}

const editOf = (record) => ({ entityId: CARD.id, record });
