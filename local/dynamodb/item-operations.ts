import batchGetItem from "dynalite/actions/batchGetItem.js";
import deleteItem from "dynalite/actions/deleteItem.js";
import putItem from "dynalite/actions/putItem.js";
import db, { type Item } from "dynalite/db/index.js";
import batchGetRules from "dynalite/validations/batchGetItem.js";
import batchWriteRules from "dynalite/validations/batchWriteItem.js";
import { ServiceError } from "#local/http.ts";
import { type Consumed, consumedByTable } from "./capacity.ts";
import type { Database } from "./database.ts";
import { type Action, openUnit, tableNamed } from "./unit.ts";
import { type Rules, refuse, toServiceError, validated } from "./validate.ts";

type Input = Record<string, unknown>;

/** GetItem, Query, Scan: nothing is locked; a query sees a moment of the whole database. */
export function reading(database: Database, action: Action, rules: Rules) {
  return async (input: Input): Promise<unknown> => {
    const data = validated(input, rules);
    return openUnit(database).run(action, data).catch(rethrow);
  };
}

/** PutItem, UpdateItem, DeleteItem. */
export function writing(database: Database, action: Action, rules: Rules) {
  const { ReturnItemCollectionMetrics: _, ...types } = rules.types;
  const extended: Rules = {
    types: { ...types, ReturnValuesOnConditionCheckFailure: { type: "String", enum: ["ALL_OLD", "NONE"] } },
    custom: rules.custom,
  };
  return async (input: Input): Promise<unknown> => write(database, action, validated(input, extended));
}

/** BatchWriteItem: independent writes, each atomic by itself. Nothing is left unprocessed. */
export async function batchWriteItem(database: Database, input: Input): Promise<unknown> {
  const { ReturnItemCollectionMetrics: _, ...types } = batchWriteRules.types;
  const { RequestItems, ReturnConsumedCapacity } = validated(input, { ...batchWriteRules, types });
  const writes = Object.entries(RequestItems as Record<string, BatchEntry[]>).flatMap(
    ([TableName, entries]) => batchOfTable(database, TableName, entries),
  );
  const answers = await Promise.all(
    writes.map(({ action, data }) => write(database, action, { ...data, ReturnConsumedCapacity })),
  );
  return { UnprocessedItems: {}, ...consumedByTable(answers as Consumed[], ReturnConsumedCapacity) };
}

/** BatchGetItem. What does not fit into the answer comes back as it was asked for, projection included. */
export function batchGetting(database: Database) {
  const read = reading(database, batchGetItem, batchGetRules);
  return async (input: Input): Promise<unknown> => {
    const asked = structuredClone(input.RequestItems) as Record<string, object>;
    const answer = (await read(input)) as { UnprocessedKeys: Record<string, { Keys: unknown[] }> };
    const left = Object.entries(answer.UnprocessedKeys).map(([name, { Keys }]) => [
      name,
      { ...asked[name], Keys },
    ]);
    return { ...answer, UnprocessedKeys: Object.fromEntries(left) };
  };
}

interface BatchEntry {
  PutRequest?: { Item: Item };
  DeleteRequest?: { Key: Item };
}

function batchOfTable(database: Database, TableName: string, entries: BatchEntry[]) {
  const { description } = tableNamed(database, TableName);
  const seen = new Set<string>();
  return entries.map(({ PutRequest, DeleteRequest }) => {
    const item = PutRequest?.Item ?? DeleteRequest?.Key ?? {};
    refuse(PutRequest ? db.validateItem(item, description) : db.validateKey(item, description));
    const key = db.createKey(item, description);
    if (seen.has(key))
      throw new ServiceError("ValidationException", "Provided list of item keys contains duplicates");
    seen.add(key);
    return PutRequest
      ? { action: putItem, data: { TableName, Item: item } }
      : { action: deleteItem, data: { TableName, Key: item } };
  });
}

async function write(database: Database, action: Action, data: Input): Promise<unknown> {
  const unit = openUnit(database);
  try {
    const answer = await unit.run(action, data);
    await database.commit(unit.changes);
    return answer;
  } catch (error) {
    throw withOldItem(toServiceError(error), data, unit.found);
  } finally {
    unit.release();
  }
}

function withOldItem(error: unknown, data: Input, found: Item | undefined): unknown {
  if (!(error instanceof ServiceError) || error.code !== "ConditionalCheckFailedException") return error;
  if (data.ReturnValuesOnConditionCheckFailure !== "ALL_OLD" || !found) return error;
  return new ServiceError(error.code, error.message, error.status, { Item: found });
}

function rethrow(error: unknown): never {
  throw toServiceError(error);
}
