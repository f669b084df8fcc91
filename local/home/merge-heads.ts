import { join } from "node:path";
import { DamagedFile } from "#local/durable/damage.ts";
import { type Database, openDatabase } from "#local/dynamodb/store/database.ts";
import { changeItem, findItem, itemOf, type StoredItem } from "#local/dynamodb/store/items.ts";
import { encodeKey } from "#local/dynamodb/store/keys.ts";
import { engineOf } from "#local/dynamodb/store/open.ts";
import type { Table } from "#local/dynamodb/store/table.ts";
import type { Item } from "#local/dynamodb/values/attribute-value.ts";
import { ACCOUNT, REGION, TABLE } from "#local/topology.ts";

/**
 * From format 2 to 3: where an aggregate's chain stands was an item of its own, `HEAD`, beside the state, `META`.
 * The state item takes over the hash, all in one transaction.
 */
export async function mergeHeads(home: string): Promise<void> {
  const dir = join(home, "dynamodb");
  if (engineOf(dir) === "none") return;
  const database = openDatabase({ dir, now: Date.now, region: REGION, account: ACCOUNT });
  try {
    const table = database.tables.get(TABLE);
    if (table) await database.write(() => mergeAll(database, table, dir));
  } finally {
    await database.close();
  }
}

function mergeAll(database: Database, table: Table, dir: string): void {
  const heads = database
    .all(
      "SELECT id, key, body, size FROM items WHERE tbl = ? AND json_extract(body, '$.sk.S') = 'HEAD'",
      table.id,
    )
    .map((row) => ({ key: Buffer.from(row.key as Uint8Array), stored: row as unknown as StoredItem }));
  for (const { key, stored } of heads) {
    const head = itemOf(stored);
    const metaKey = encodeKey({ ...head, sk: { S: "META" } }, table.key) as Buffer;
    const meta = findItem(database, table, metaKey);
    const merged = meta && merge(itemOf(meta), head);
    if (!merged)
      throw new DamagedFile(
        dir,
        `${head.pk?.S} has a head that its state does not have`,
        "its missions are lost",
      );
    changeItem(database, table, { key: metaKey, before: meta, after: merged });
    changeItem(database, table, { key, before: stored, after: undefined });
  }
}

/** The state item with its head, or undefined when the two are not of one moment. */
function merge(meta: Item, head: Item): Item | undefined {
  if (meta.seq?.N === undefined || meta.seq.N !== head.seq?.N || head.hash?.S === undefined) return undefined;
  return { ...meta, hash: head.hash };
}
