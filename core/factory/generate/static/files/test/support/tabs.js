import { openRecords } from "../../public/lib/records.js";
import { createIndexedDB } from "./indexed-db.js";

/** A field for tests of records: a text, or what `more` says. */
export function textField(id, more = {}) {
  return { id, empty: null, accepts: (value) => value === null || typeof value === "string", ...more };
}

/**
 * Tabs of one browser: `open()` opens the records in another tab, `storage` is what they share. What a tab tells is heard by
 * the others when `deliver()` is called.
 */
export function browserOf(entities, { storage = createIndexedDB(), now } = {}) {
  const channels = [];
  const waiting = [];
  return {
    storage,
    async open() {
      const channel = {
        listeners: [],
        addEventListener: (_type, listener) => channel.listeners.push(listener),
        postMessage: (data) => waiting.push([channel, structuredClone(data)]),
      };
      channels.push(channel);
      return openRecords({ database: "test", entities, indexedDB: storage, channel, now });
    },
    async deliver() {
      for (const [from, data] of waiting.splice(0))
        for (const channel of channels) if (channel !== from) for (const listener of channel.listeners) await listener({ data });
    },
    rows: () => [...storage.databases.get("test").stores.get("records").rows.values()],
    /** Stores a row as it is, as an earlier version of the app or a fault may have done. */
    put: (row) => storage.databases.get("test").stores.get("records").rows.set(JSON.stringify([row.entity, row.id]), row),
  };
}
