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

/** The item's entry in one index, for an index that comes after the item. */
export function entryOperations(table: Table, index: IndexDescription, item: Item): Operation[] {
  const key = entryKey(item, table, index);
  return key ? [{ type: "put", key, value: projected(item, table, index) }] : [];
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

/** Why an item cannot be in the table: a key attribute of an index may be missing, but not empty. */
export function indexKeyProblem(table: Table, item: Item): string | undefined {
  for (const { IndexName, KeySchema } of indexesOf(table))
    for (const { AttributeName } of KeySchema)
      if (item[AttributeName]?.S === "" || item[AttributeName]?.B === "")
        return `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty value. IndexName: ${IndexName}, IndexKey: ${AttributeName}`;
  return undefined;
}

/** undefined: the index does not have the item, which lacks a key attribute or (an older item) has another type there. */
function entryKey(item: Item, { description }: Table, index: IndexDescription): string | undefined {
  const typeOf = new Map(
    description.AttributeDefinitions.map((one) => [one.AttributeName, one.AttributeType]),
  );
  for (const { AttributeName } of index.KeySchema)
    if (!item[AttributeName]?.[typeOf.get(AttributeName) ?? "S"]) return undefined;
  return layout.index(description.TableName, index.IndexName) + indexKey(item, description, index.KeySchema);
}

function projected(item: Item, { description }: Table, { KeySchema, Projection }: IndexDescription): Item {
  if (Projection.ProjectionType === "ALL") return item;
  const keys = [...KeySchema, ...description.KeySchema].map((element) => element.AttributeName);
  return pick(item, new Set([...keys, ...(Projection.NonKeyAttributes ?? [])]));
}
