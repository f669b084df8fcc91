import { isDeepStrictEqual } from "node:util";
import type { Item, Operation } from "dynalite/db/index.js";
import { expiryOperations } from "./expiry.ts";
import { indexOperations } from "./index-entries.ts";
import { layout } from "./layout.ts";
import { streamRecord } from "./stream-record.ts";
import type { Table } from "./table.ts";

/** One item that becomes another one, appears or goes. */
export interface Change {
  readonly table: Table;
  /** The item's key below the table's items. */
  readonly key: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  /** Deleted by its time to live, not by a request. */
  readonly expired?: boolean;
}

/** A change that changes nothing leaves no trace, as in DynamoDB: no record in the stream. */
export function isEffective({ before, after }: Change): boolean {
  return !isDeepStrictEqual(before, after && plain(after));
}

/** The item, its index entries, its expiry and its stream record. `at` in milliseconds. */
export function changeOperations(change: Change, sequence: string, at: number): Operation[] {
  const { table, key, before, after } = change;
  const name = table.description.TableName;
  const operations: Operation[] = [
    after
      ? { type: "put", key: layout.items(name) + key, value: after }
      : { type: "del", key: layout.items(name) + key },
    ...indexOperations(table, before, after),
    ...expiryOperations(change, at),
  ];
  const record = streamRecord(change, sequence, at);
  if (record) operations.push({ type: "put", key: layout.streamRecord(name, sequence), value: record });
  return operations;
}

/** As it will be read again: dynalite builds items without a prototype. */
function plain(item: Item): Item {
  return JSON.parse(JSON.stringify(item)) as Item;
}
