import { openRecords } from "./records.js";

/**
 * Opens the records that a browser keeps under the name `database`; its tabs tell each other what they change. Where the
 * browser has no IndexedDB, records last as long as the page.
 */
export async function openBrowserRecords({ database, entities }, browser = globalThis) {
  const channel = browser.BroadcastChannel ? new browser.BroadcastChannel(database) : undefined;
  const records = await openRecords({ database, entities, indexedDB: storageOf(browser), channel });
  globalThis.addEventListener?.("pageshow", ({ persisted }) => persisted && records.refresh());
  return records;
}

/** The browser's IndexedDB, or undefined where even looking for it is forbidden. */
function storageOf(browser) {
  try {
    return browser.indexedDB;
  } catch {
    return undefined;
  }
}
