import { z } from "zod";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import type { Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { consumedByTable, type Usage } from "./capacity.ts";
import { planRead, type Read, readItem } from "./get-item.ts";
import { attributes, capacity, expression, type Input, invalid, names, validated } from "./input.ts";
import { perform, planDelete, planPut, type Write } from "./writes.ts";

const MAX_WRITES = 25;
const MAX_READS = 100;
const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;

const writeSchema = z.strictObject({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.strictObject({
        PutRequest: z.strictObject({ Item: attributes }).optional(),
        DeleteRequest: z.strictObject({ Key: attributes }).optional(),
      }),
    ),
  ),
  ReturnConsumedCapacity: capacity,
});
const getSchema = z.strictObject({
  RequestItems: z.record(
    z.string(),
    z.strictObject({
      Keys: z.array(attributes).default([]),
      ConsistentRead: z.boolean().optional(),
      ProjectionExpression: expression,
      ExpressionAttributeNames: names,
    }),
  ),
  ReturnConsumedCapacity: capacity,
});

/** BatchWriteItem: independent writes that are checked together. Nothing is left unprocessed. */
export async function batchWriteItem(database: Database, input: Input): Promise<unknown> {
  const { RequestItems, ReturnConsumedCapacity } = validated(writeSchema, input);
  const tables = Object.entries(RequestItems);
  if (!tables.length) throw invalid("BatchWriteItem cannot have a null or no requests set");
  if (tables.flatMap(([, entries]) => entries).length > MAX_WRITES)
    throw invalid("Too many items requested for the BatchWriteItem call");
  const writes = tables.flatMap(([TableName, entries]) => {
    if (!entries.length)
      throw invalid(`The batch write request list for a table cannot be null or empty: ${TableName}`);
    return entries.map((entry) => planEntry(database, TableName, entry));
  });
  refuseDuplicates(writes);
  const written = await database.write(() => writes.map((write) => perform(database, write)));
  return {
    UnprocessedItems: {},
    ...consumedByTable(
      ReturnConsumedCapacity,
      written.map(({ usage }) => usage),
    ),
  };
}

/** BatchGetItem. Keys whose items do not fit into 16 MB are returned as unprocessed. */
export async function batchGetItem(database: Database, input: Input): Promise<unknown> {
  const { RequestItems, ReturnConsumedCapacity } = validated(getSchema, input);
  const tables = Object.entries(RequestItems);
  if (!tables.length) throw invalid("BatchGetItem must have some requests set");
  if (tables.flatMap(([, { Keys }]) => Keys).length > MAX_READS)
    throw invalid("Too many items requested for the BatchGetItem call");
  const reads = tables.flatMap(([TableName, { Keys, ConsistentRead, ...projection }]) => {
    if (!Keys.length)
      throw invalid(
        `The list of keys in RequestItems for BatchGetItem is required: ${TableName} has empty list`,
      );
    return Keys.map((Key) => ({
      ...planRead(database, { TableName, Key, ...projection }),
      asked: Key,
      consistent: ConsistentRead,
    }));
  });
  refuseDuplicates(reads);
  return database.read(() => {
    const { items, left, usages } = readAll(database, reads);
    return {
      Responses: Object.fromEntries(tables.map(([name]) => [name, items.get(name) ?? []])),
      UnprocessedKeys: Object.fromEntries(
        [...left].map(([name, Keys]) => [name, { ...RequestItems[name], Keys }]),
      ),
      ...consumedByTable(ReturnConsumedCapacity, usages),
    };
  });
}

type AskedRead = Read & { asked: Record<string, unknown>; consistent: boolean | undefined };

function readAll(database: Database, reads: readonly AskedRead[]) {
  const items = new Map<string, Item[]>();
  const left = new Map<string, unknown[]>();
  const usages: Usage[] = [];
  let bytes = 0;
  for (const read of reads) {
    const { item, size, usage } = readItem(database, read, read.consistent);
    const fits = bytes + size <= MAX_RESPONSE_BYTES;
    const list = fits ? items : left;
    const entry = fits ? item : read.asked;
    if (entry)
      (list as Map<string, unknown[]>).set(read.table.name, [...(list.get(read.table.name) ?? []), entry]);
    if (fits) usages.push(usage);
    bytes += size;
  }
  return { items, left, usages };
}

function planEntry(
  database: Database,
  TableName: string,
  {
    PutRequest,
    DeleteRequest,
  }: {
    PutRequest?: { Item: Record<string, unknown> } | undefined;
    DeleteRequest?: { Key: Record<string, unknown> } | undefined;
  },
): Write {
  if (PutRequest && !DeleteRequest) return planPut(database, { TableName, ...PutRequest });
  if (DeleteRequest && !PutRequest) return planDelete(database, { TableName, ...DeleteRequest });
  throw invalid("Each request of BatchWriteItem must have either a PutRequest or a DeleteRequest");
}

function refuseDuplicates(requests: readonly { table: { id: number }; key: Buffer }[]): void {
  const keys = requests.map(({ table, key }) => `${table.id} ${key.toString("hex")}`);
  if (new Set(keys).size < keys.length) throw invalid("Provided list of item keys contains duplicates");
}
