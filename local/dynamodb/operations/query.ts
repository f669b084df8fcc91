import { z } from "zod";
import type { Condition, Operand } from "#local/dynamodb/expressions/condition.ts";
import {
  type KeyPair,
  keyConditionOf,
  parseKeyCondition,
} from "#local/dynamodb/expressions/key-condition.ts";
import { readPlaceholders } from "#local/dynamodb/expressions/placeholders.ts";
import type { Database } from "#local/dynamodb/store/database.ts";
import { encodeKey, type KeyRange, rangeOf } from "#local/dynamodb/store/keys.ts";
import { type Index, namesOf, type Table } from "#local/dynamodb/store/table.ts";
import type { Item } from "#local/dynamodb/values/attribute-value.ts";
import { parseItem } from "#local/dynamodb/values/parse.ts";
import { consumed } from "./capacity.ts";
import { expression, type Input, invalid, validated } from "./input.ts";
import { readPage, startKey } from "./page.ts";
import { refuseIndexSelection, selectedBy, selectShape } from "./select.ts";
import { indexNamed, tableNamed } from "./tables.ts";

const schema = z.strictObject({
  ...selectShape,
  KeyConditionExpression: expression,
  ScanIndexForward: z.boolean().optional(),
});

export async function query(database: Database, input: Input): Promise<unknown> {
  const request = validated(schema, input);
  const { KeyConditionExpression, FilterExpression, ProjectionExpression, IndexName } = request;
  if (KeyConditionExpression === undefined)
    throw invalid(
      "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.",
    );
  const placeholders = readPlaceholders(request, {
    KeyConditionExpression,
    FilterExpression,
    ProjectionExpression,
  });
  const selected = selectedBy(request, placeholders);
  const tests = parseKeyCondition(KeyConditionExpression, placeholders);
  placeholders.refuseUnused();
  const table = tableNamed(database, request.TableName);
  const index = IndexName === undefined ? undefined : indexNamed(table, IndexName);
  refuseIndexSelection(index, request, selected);
  const key = index?.key ?? table.key;
  const range = rangeOf(keyConditionOf(tests, key));
  if (selected.filter) refuseKeyFilter(key, selected.filter);
  const start =
    request.ExclusiveStartKey && startIn(range, table, index, parseItem(request.ExclusiveStartKey, "Key"));
  const { page, usage } = await database.read(() =>
    readPage(database, {
      table,
      index,
      range,
      start,
      backwards: request.ScanIndexForward === false,
      limit: request.Limit,
      consistent: request.ConsistentRead,
      ...selected,
    }),
  );
  return { ...page, ...consumed(request.ReturnConsumedCapacity, usage) };
}

/** The start must be among what the key condition asks for. */
function startIn(range: KeyRange, table: Table, index: Index | undefined, given: Item): Buffer {
  const start = startKey(table, index, given);
  const key = encodeKey(given, index?.key ?? table.key) as Buffer;
  if (key.compare(range.from) < 0 || key.compare(range.until) >= 0)
    throw invalid("The provided starting key is outside query boundaries based on provided conditions");
  return start;
}

/** A filter sees items that the key condition has chosen: it may not name the key again. */
function refuseKeyFilter(key: KeyPair, filter: Condition): void {
  const names = new Set(namesOf(key));
  const found = [...attributesOf(filter)].find((name) => names.has(name));
  if (found !== undefined)
    throw invalid(
      `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${found}`,
    );
}

function* attributesOf(condition: Condition): Generator<string> {
  switch (condition.kind) {
    case "and":
    case "or":
      yield* attributesOf(condition.left);
      yield* attributesOf(condition.right);
      break;
    case "not":
      yield* attributesOf(condition.inner);
      break;
    case "compare":
      yield* namesIn(condition.left, condition.right);
      break;
    case "between":
      yield* namesIn(condition.operand, condition.low, condition.high);
      break;
    case "in":
      yield* namesIn(condition.operand, ...condition.options);
      break;
    case "call":
      yield* namesIn(...condition.operands);
  }
}

function* namesIn(...operands: readonly Operand[]): Generator<string> {
  for (const operand of operands)
    if (operand.kind === "path") yield operand.path[0];
    else if (operand.kind === "size") yield* namesIn(operand.of);
}
