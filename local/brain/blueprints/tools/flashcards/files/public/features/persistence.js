import { tellUnreadable } from "../lib/unreadable.js";
import { readEarlier } from "../model/card-store.js";
import { earlierAsides, takeEarlier, webStorage } from "../records/earlier.js";

/** Takes over the cards of an earlier version, which kept them as one text under `key`. */
export async function takeOver(records, key, storage = webStorage()) {
  // Where there is no room for them as records, the text stays.
  await takeEarlier(records, storage, { key, read: readEarlier }).catch(console.error);
}

/** Tells the person of stored cards that could not be read, and offers them as files. */
export function tellUnreadableCards(records, key, storage = webStorage()) {
  for (const { name, text } of earlierAsides(records, storage, key)) tellUnreadable({ name, text, discard: () => storage.removeItem(name) });
  const rows = records.unreadable();
  if (rows.length > 0) tellUnreadable({ name: `${key}.unreadable`, text: JSON.stringify(rows, null, 2), discard: records.discardUnreadable });
}
