import { openBrowserRecords } from "./browser-records.js";
import { createToast } from "./toast.js";

/**
 * Opens the records of an app. `database` names them and the settings in this browser; `entities` and `behaviours` are what
 * the app consists of, in order; `words` are its texts in the language `locale`, and `currency` that of its amounts. Where
 * `browser` has no IndexedDB, records last as long as the page. Returns the app `{ records, entities, words, … }` that
 * fields, behaviours and views are called with, and `toast`, the place of its messages.
 */
export async function openApp({ title, database, locale, currency, words, entities, behaviours = [], themes = false }, browser = globalThis) {
  const records = await openBrowserRecords({ database, entities }, browser);
  const toast = createToast(words);
  return {
    title,
    database,
    locale,
    currency,
    words,
    records,
    behaviours,
    themes,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    toast: toast.node,
    announce: toast.announce,
    offerUndo: toast.offerUndo,
    attempt: (work, tell = (text) => toast.announce(text, "danger")) => attempt(words, work, tell),
  };
}

/** Does work that the browser may refuse. Returns whether it was done; otherwise the reason is told. */
async function attempt(words, work, tell) {
  try {
    await work();
    return true;
  } catch (error) {
    console.error(error);
    tell(error?.name === "QuotaExceededError" ? words.storageFull : words.notKept);
    return false;
  }
}
