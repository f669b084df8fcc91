import { trimStreams } from "#local-cloud/dynamodb/streams/stream.ts";
import type { Database } from "./database.ts";
import { oldestExpiry } from "./expiry.ts";
import { changeItem, type StoredItem } from "./items.ts";
import type { Table } from "./table.ts";
import { forgetOldTokens } from "./tokens.ts";

/** The number of expired items that one sweep deletes from a table. */
const PORTION = 500;

export interface Sweeper {
  /** Waits for a running sweep and starts no other. */
  stop(): Promise<void>;
}

/**
 * Every `everyMs`: deletes expired items, stream records older than 24 hours and tokens older than 10
 * minutes.
 */
export function startSweeper(database: Database, everyMs: number): Sweeper {
  let stopped = false;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout;
  const schedule = () => {
    timer = setTimeout(() => {
      running = database
        .write(() => sweep(database))
        .catch((error: unknown) => console.error("dynamodb: sweep failed:", error))
        .then(() => {
          if (!stopped) schedule();
        });
    }, everyMs);
    timer.unref();
  };
  schedule();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}

function sweep(database: Database): void {
  for (const table of database.tables.values())
    if (table.timeToLive !== undefined) expireItems(database, table);
  trimStreams(database);
  forgetOldTokens(database);
}

/** Takes time in proportion to the expired items, not to all items. */
function expireItems(database: Database, table: Table): void {
  const due = database.all(
    "SELECT id, key, body, size FROM items WHERE tbl = ? AND expires BETWEEN ? AND ? ORDER BY expires LIMIT ?",
    table.id,
    oldestExpiry(database.now()),
    Math.floor(database.now() / 1000),
    PORTION,
  );
  for (const { key, ...before } of due)
    changeItem(database, table, {
      key: Buffer.from(key as Uint8Array),
      before: before as unknown as StoredItem,
      after: undefined,
      expired: true,
    });
}
