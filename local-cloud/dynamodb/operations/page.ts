import type { Condition } from "#local-cloud/dynamodb/expressions/condition.ts";
import { holds } from "#local-cloud/dynamodb/expressions/evaluate.ts";
import { type Projection, pick, project } from "#local-cloud/dynamodb/expressions/projection.ts";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { entryKey } from "#local-cloud/dynamodb/store/items.ts";
import { encodeKey, type KeyRange } from "#local-cloud/dynamodb/store/keys.ts";
import { type Index, namesOf, type Table } from "#local-cloud/dynamodb/store/table.ts";
import { type Item, typeOf } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { member } from "#local-cloud/dynamodb/values/members.ts";
import { itemSize } from "#local-cloud/dynamodb/values/size.ts";
import { readUnits, type Usage } from "./capacity.ts";
import { invalid } from "./input.ts";

/** The range of a table or an index that a query or scan reads, in order. */
export interface Reading {
  readonly table: Table;
  readonly index?: Index | undefined;
  readonly range: KeyRange;
  readonly backwards?: boolean;
  /** The key of the last item of the previous page. */
  readonly start?: Buffer | undefined;
  readonly limit?: number | undefined;
  readonly filter?: Condition | undefined;
  readonly projection?: Projection | undefined;
  /** Whether only the count is requested. */
  readonly counts?: boolean;
  readonly consistent?: boolean | undefined;
}

export interface Page {
  readonly Items?: Item[];
  readonly Count: number;
  readonly ScannedCount: number;
  readonly LastEvaluatedKey?: Item;
}

/** A page ends with the item that reaches 1 MB. */
const MAX_BYTES = 1024 * 1024;

export function readPage(database: Database, reading: Reading): { page: Page; usage: Usage } {
  const { table, index, filter, projection, counts, limit = Number.POSITIVE_INFINITY } = reading;
  const items: Item[] = [];
  let count = 0;
  let scanned = 0;
  let bytes = 0;
  let last: Item | undefined;
  for (const body of bodiesOf(database, reading)) {
    const whole = JSON.parse(body) as Item;
    const item = index?.projected ? pick(whole, index.projected) : whole;
    scanned++;
    bytes += itemSize(item);
    if (!filter || holds(filter, item)) {
      count++;
      if (!counts)
        items.push(projection ? project(index?.isGlobal === false ? whole : item, projection) : item);
    }
    if (scanned >= limit || bytes >= MAX_BYTES) {
      last = whole;
      break;
    }
  }
  const page = {
    ...(!counts && { Items: items }),
    Count: count,
    ScannedCount: scanned,
    ...(last && { LastEvaluatedKey: pick(last, positionNames(table, index)) }),
  };
  return {
    page,
    usage: { table: table.name, index: index?.name, units: readUnits(bytes, reading.consistent) },
  };
}

/**
 * Returns the key after which a page starts, as bytes. Throws for a key that does not fit the table or index.
 */
export function startKey(table: Table, index: Index | undefined, given: Item): Buffer {
  const wanted = positionNames(table, index);
  if (Object.keys(given).length !== wanted.size || [...wanted].some((name) => !member(given, name)))
    throw invalid(
      "The provided starting key is invalid: Exclusive Start Key must have same size as table's key schema",
    );
  const key = encodeKey(given, table.key);
  const position = key && (index ? entryKey(given, index, key) : key);
  if (!position)
    throw invalid(
      `The provided starting key is invalid: Type mismatch for attribute (${[...wanted].map((name) => `${name}: ${typeOf(member(given, name) ?? {})}`).join(", ")})`,
    );
  return position;
}

function positionNames(table: Table, index: Index | undefined): Set<string> {
  return new Set([...(index ? namesOf(index.key) : []), ...namesOf(table.key)]);
}

function* bodiesOf(
  database: Database,
  { table, index, range, backwards, start }: Reading,
): Generator<string> {
  const from = start && !backwards ? Buffer.concat([start, Buffer.from([0])]) : range.from;
  const until = start && backwards ? start : range.until;
  const order = backwards ? "DESC" : "ASC";
  const rows = index
    ? database.rows(
        `SELECT body FROM entries JOIN items ON items.id = entries.item
         WHERE entries.tbl = ? AND entries.name = ? AND entries.key >= ? AND entries.key < ? ORDER BY entries.key ${order}`,
        table.id,
        index.name,
        from,
        until,
      )
    : database.rows(
        `SELECT body FROM items WHERE tbl = ? AND key >= ? AND key < ? ORDER BY key ${order}`,
        table.id,
        from,
        until,
      );
  for (const { body } of rows) yield body as string;
}
