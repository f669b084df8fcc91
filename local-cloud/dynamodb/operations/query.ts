import { z } from "zod";
import { attributesIn, type Condition, parseCondition } from "#local-cloud/dynamodb/expressions/condition.ts";
import { type KeyPair, keyConditionOf, keyTestsOf } from "#local-cloud/dynamodb/expressions/key-condition.ts";
import { readPlaceholders } from "#local-cloud/dynamodb/expressions/placeholders.ts";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { encodeKey, type KeyRange, rangeOf } from "#local-cloud/dynamodb/store/keys.ts";
import { type Index, namesOf, type Table } from "#local-cloud/dynamodb/store/table.ts";
import type { Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { parseItem } from "#local-cloud/dynamodb/values/parse.ts";
import { consumed } from "./capacity.ts";
import { expression, type Input, invalid, validated } from "./input.ts";
import { readPage, startKey } from "./page.ts";
import { refuseConsistent, refuseSelection, selectedBy, selectShape } from "./select.ts";
import { indexNamed, refuseKeyParts, tableNamed } from "./tables.ts";

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
  const table = tableNamed(database, request.TableName);
  const index = IndexName === undefined ? undefined : indexNamed(table, IndexName);
  refuseConsistent(index, request);
  const placeholders = readPlaceholders(request, {
    KeyConditionExpression,
    FilterExpression,
    ProjectionExpression,
  });
  const selected = selectedBy(request, placeholders);
  const condition = parseCondition("KeyConditionExpression", KeyConditionExpression, placeholders);
  placeholders.refuseUnused();
  refuseKeyParts(table, placeholders.paths);
  const key = index?.key ?? table.key;
  const range = rangeOf(keyConditionOf(keyTestsOf(condition), key));
  if (selected.filter) refuseFilter(index, key, selected.filter);
  const start =
    request.ExclusiveStartKey && startIn(range, table, index, parseItem(request.ExclusiveStartKey, "Key"));
  refuseSelection(index, request, selected);
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

/** The start must be within the range of the key condition. */
function startIn(range: KeyRange, table: Table, index: Index | undefined, given: Item): Buffer {
  const start = startKey(table, index, given);
  const key = encodeKey(given, index?.key ?? table.key) as Buffer;
  if (key.compare(range.from) < 0 || key.compare(range.until) >= 0)
    throw invalid("The provided starting key is outside query boundaries based on provided conditions");
  return start;
}

/** A filter must not use key attributes, or attributes that the index does not project. */
function refuseFilter(index: Index | undefined, key: KeyPair, filter: Condition): void {
  const attributes = [...attributesIn(filter)];
  const found = attributes.find((name) => namesOf(key).includes(name));
  if (found !== undefined)
    throw invalid(
      `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${found}`,
    );
  const missing = index?.isGlobal && attributes.find((name) => index.projected?.has(name) === false);
  if (missing)
    throw invalid(
      `One or more parameter values were invalid: Secondary index ${index.name} does not project one or more filter attributes: [${missing}]`,
    );
}
