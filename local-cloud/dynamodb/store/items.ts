import { streamRecord } from "#local-cloud/dynamodb/streams/stream-record.ts";
import type { Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { isEqual } from "#local-cloud/dynamodb/values/compare.ts";
import { itemSize } from "#local-cloud/dynamodb/values/size.ts";
import { ServiceError } from "#local-cloud/http.ts";
import type { Database } from "./database.ts";
import { expiryOf } from "./expiry.ts";
import { encodeKey } from "./keys.ts";
import type { Index, Table } from "./table.ts";

const MAX_ITEM_SIZE = 400 * 1024;

/** An item as stored in the database. */
export interface StoredItem {
  readonly id: number;
  readonly body: string;
  readonly size: number;
}

/** A change of the item under a key. */
export interface Change {
  readonly key: Buffer;
  readonly before: StoredItem | undefined;
  readonly after: Item | undefined;
  /** Deleted by its time to live, not by a request. */
  readonly expired?: boolean;
}

export function findItem(database: Database, table: Table, key: Buffer): StoredItem | undefined {
  return database.get("SELECT id, body, size FROM items WHERE tbl = ? AND key = ?", table.id, key) as
    | StoredItem
    | undefined;
}

/** Returns a copy that the caller may change. */
export function itemOf({ body }: StoredItem): Item {
  return JSON.parse(body) as Item;
}

/**
 * Writes the item, its index entries, its expiry and its stream record. As in DynamoDB, a write without a
 * change adds no record to the stream. Only inside `write`.
 */
export function changeItem(database: Database, table: Table, change: Change): void {
  const { key, after } = change;
  const before = change.before && itemOf(change.before);
  if (!after && !change.before) return;
  const body = after && JSON.stringify(after);
  if (before && after && body?.length === change.before?.body.length && isEqual({ M: before }, { M: after }))
    return;
  const id = store(database, table, change, body);
  for (const index of table.indexes) moveEntry(database, table, index, { key, id, before, after });
  const sequence = database.nextSequence(table);
  const at = database.now();
  const record = streamRecord(
    table,
    { before, after, ...(change.expired && { expired: true }) },
    sequence,
    at,
  );
  if (record)
    database.run(
      "INSERT INTO records (sequence, tbl, at, record) VALUES (?, ?, ?, ?)",
      sequence,
      table.id,
      at,
      JSON.stringify(record),
    );
}

/** Adds the existing items to a new index. Only inside `write`. */
export function fillIndex(database: Database, table: Table, index: Index): void {
  for (const { id, key, body } of database.rows("SELECT id, key, body FROM items WHERE tbl = ?", table.id)) {
    const entry = entryKey(JSON.parse(body as string) as Item, index, Buffer.from(key as Uint8Array));
    if (entry) enter(database, table, index, entry, id as number);
  }
}

export function emptyIndex(database: Database, table: Table, name: string): void {
  database.run("DELETE FROM entries WHERE tbl = ? AND name = ?", table.id, name);
}

/** Returns the key of an index entry: the index's key, then the primary key, which makes it unique. */
export function entryKey(item: Item, index: Index, key: Buffer): Buffer | undefined {
  const indexKey = encodeKey(item, index.key);
  return indexKey && Buffer.concat([indexKey, key]);
}

/** Returns the item's id, which does not change while the item exists. */
function store(database: Database, table: Table, { key, before, after }: Change, body = ""): number {
  if (!after) {
    const { id } = before as StoredItem;
    database.run("DELETE FROM items WHERE id = ?", id);
    return id;
  }
  const size = itemSize(after);
  if (size > MAX_ITEM_SIZE)
    throw new ServiceError("ValidationException", "Item size has exceeded the maximum allowed size");
  const expires = expiryOf(after, table, database.now()) ?? null;
  if (!before)
    return database.run(
      "INSERT INTO items (tbl, key, body, size, expires) VALUES (?, ?, ?, ?, ?)",
      table.id,
      key,
      body,
      size,
      expires,
    );
  database.run(
    "UPDATE items SET body = ?, size = ?, expires = ? WHERE id = ?",
    body,
    size,
    expires,
    before.id,
  );
  return before.id;
}

function moveEntry(
  database: Database,
  table: Table,
  index: Index,
  item: { key: Buffer; id: number; before: Item | undefined; after: Item | undefined },
): void {
  const old = item.before && entryKey(item.before, index, item.key);
  const fresh = item.after && entryKey(item.after, index, item.key);
  if (old && fresh?.equals(old)) return;
  if (old)
    database.run("DELETE FROM entries WHERE tbl = ? AND name = ? AND key = ?", table.id, index.name, old);
  if (fresh) enter(database, table, index, fresh, item.id);
}

function enter(database: Database, table: Table, index: Index, entry: Buffer, item: number): void {
  database.run(
    "INSERT INTO entries (tbl, name, key, item) VALUES (?, ?, ?, ?)",
    table.id,
    index.name,
    entry,
    item,
  );
}
