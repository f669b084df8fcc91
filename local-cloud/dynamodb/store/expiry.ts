import type { Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { member } from "#local-cloud/dynamodb/values/members.ts";
import type { Database } from "./database.ts";
import type { TableDefinition } from "./table.ts";

/** DynamoDB ignores expiry times of more than five years ago. */
const FORGOTTEN_AFTER = 5 * 365 * 24 * 3600;

/** Returns the oldest expiry time that still has an effect, in seconds since 1970. `at` in milliseconds. */
export function oldestExpiry(at: number): number {
  return Math.max(1, Math.floor(at / 1000) - FORGOTTEN_AFTER);
}

/** Returns the expiry time of an item in seconds since 1970, or undefined. */
export function expiryOf(item: Item, { timeToLive }: Pick<TableDefinition, "timeToLive">, at: number) {
  const value = timeToLive === undefined ? undefined : member(item, timeToLive)?.N;
  if (value === undefined) return undefined;
  const seconds = Math.floor(Number(value));
  return seconds >= oldestExpiry(at) && seconds < 1e12 ? seconds : undefined;
}

/** Stores the expiry time of every existing item. Only inside `write`. */
export function renewExpiries(database: Database, id: number, definition: TableDefinition): void {
  database.run("UPDATE items SET expires = NULL WHERE tbl = ? AND expires IS NOT NULL", id);
  if (definition.timeToLive === undefined) return;
  for (const row of database.all("SELECT id, body FROM items WHERE tbl = ?", id)) {
    const expires = expiryOf(JSON.parse(row.body as string) as Item, definition, database.now());
    if (expires !== undefined)
      database.run("UPDATE items SET expires = ? WHERE id = ?", expires, row.id as number);
  }
}
