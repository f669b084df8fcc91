import type { Item, Operation } from "dynalite/db/index.js";
import type { Change } from "./change.ts";
import { layout } from "./layout.ts";
import type { Table } from "./table.ts";

/** DynamoDB leaves items alone whose time lies more than five years back. */
const FORGOTTEN_AFTER = 5 * 365 * 24 * 3600;

/** Seconds since 1970 of the oldest time to live that still has an effect. */
export function oldestExpiry(at: number): number {
  return Math.max(1, Math.floor(at / 1000) - FORGOTTEN_AFTER);
}

/** When the item is to go, in seconds since 1970; undefined when never. */
export function expiryOf(item: Item | undefined, table: Table, at: number): number | undefined {
  const value = table.timeToLive && item?.[table.timeToLive.attribute]?.N;
  if (value === undefined) return undefined;
  const seconds = Math.floor(Number(value));
  return seconds >= oldestExpiry(at) && seconds < 1e12 ? seconds : undefined;
}

/** The entries by which the sweeper finds an item when it is due. */
export function expiryOperations({ table, key, before, after }: Change, at: number): Operation[] {
  const name = table.description.TableName;
  const old = expiryOf(before, table, at);
  const fresh = expiryOf(after, table, at);
  const operations: Operation[] = [];
  if (old !== undefined && old !== fresh)
    operations.push({ type: "del", key: layout.expiry(name, old, key) });
  if (fresh !== undefined) operations.push({ type: "put", key: layout.expiry(name, fresh, key), value: key });
  return operations;
}
