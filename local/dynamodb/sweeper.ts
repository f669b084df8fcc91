import { all, type Database } from "./database.ts";
import { expiryOf, oldestExpiry } from "./expiry.ts";
import { layout, padded } from "./layout.ts";
import { trimStream } from "./stream.ts";
import type { Table } from "./table.ts";
import type { Tokens } from "./tokens.ts";

/** How many due items one sweep takes from a table at once. */
const PORTION = 500;

export interface Sweeper {
  /** Lets a running sweep finish its item and starts no other. */
  stop(): Promise<void>;
}

/** Every `everyMs`: deletes items whose time has come, stream records past their 24 hours, tokens past their 10 minutes. */
export function startSweeper(database: Database, tokens: Tokens, everyMs: number): Sweeper {
  let stopped = false;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout;
  const schedule = () => {
    timer = setTimeout(() => {
      running = sweep(database, tokens, () => stopped)
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

async function sweep(database: Database, tokens: Tokens, stopped: () => boolean): Promise<void> {
  for (const table of [...database.tables.values()]) {
    if (table.description.TableStatus !== "ACTIVE") continue;
    if (table.timeToLive) await expireItems(database, table, stopped);
    if (table.stream) await trimStream(database, table);
  }
  await tokens.forgetOld();
}

/** Costs what is due, not what is stored: the expiry index is sorted by time. */
async function expireItems(database: Database, table: Table, stopped: () => boolean): Promise<void> {
  const prefix = layout.expiries(table.description.TableName);
  const range = {
    gte: prefix + padded(oldestExpiry(database.now()), 12),
    lt: prefix + padded(database.now() / 1000 + 1, 12),
    limit: PORTION,
  };
  const due = (await all(database.entries(range))) as [string, string][];
  for (const [entry, key] of due) {
    if (stopped()) return;
    await expireItem(database, table, entry, key);
  }
}

/** The entry may be older than the item: what the item says now counts. */
async function expireItem(database: Database, table: Table, entry: string, key: string): Promise<void> {
  const name = table.description.TableName;
  const release = await database.locks.acquire(layout.items(name) + key);
  try {
    const current = database.tables.get(name);
    if (current?.description.TableStatus !== "ACTIVE" || !current.timeToLive) return;
    const before = await database.get(layout.items(name) + key);
    const due = expiryOf(before, current, database.now());
    const isDue = before && due !== undefined && due * 1000 <= database.now();
    await database.commit(
      isDue ? [{ table: current, key, before, after: undefined, expired: true }] : [],
      due !== undefined && entry === layout.expiry(name, due, key) && !isDue
        ? []
        : [{ type: "del", key: entry }],
    );
  } finally {
    release();
  }
}
