import db, {
  type IndexDescription,
  type Item,
  type KeySchemaElement,
  type Operation,
  type TableDescription,
} from "dynalite/db/index.js";
import { layout } from "./layout.ts";
import { indexesOf, pick, type Table } from "./table.ts";

const shortIndexKey = db.createIndexKey;

/** The index's key, then the whole primary key: unique, and it sorts as the index does. */
export function indexKey(item: Item, table: TableDescription, keySchema: KeySchemaElement[]): string {
  return `${shortIndexKey(item, table, keySchema)}/${db.createKey(item, table)}`;
}

/** What the table's indexes have to forget and to learn when an item becomes another one. */
export function indexOperations(
  table: Table,
  before: Item | undefined,
  after: Item | undefined,
): Operation[] {
  const operations: Operation[] = [];
  for (const index of indexesOf(table)) {
    const old = before && entryKey(before, table, index);
    const fresh = after && entryKey(after, table, index);
    if (old && old !== fresh) operations.push({ type: "del", key: old });
    if (after && fresh) operations.push({ type: "put", key: fresh, value: projected(after, table, index) });
  }
  return operations;
}

function entryKey(item: Item, { description }: Table, index: IndexDescription): string | undefined {
  if (!index.KeySchema.every(({ AttributeName }) => item[AttributeName])) return undefined;
  return layout.index(description.TableName, index.IndexName) + indexKey(item, description, index.KeySchema);
}

function projected(item: Item, { description }: Table, { KeySchema, Projection }: IndexDescription): Item {
  if (Projection.ProjectionType === "ALL") return item;
  const keys = [...KeySchema, ...description.KeySchema].map((element) => element.AttributeName);
  return pick(item, new Set([...keys, ...(Projection.NonKeyAttributes ?? [])]));
}
