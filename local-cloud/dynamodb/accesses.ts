import type { Access } from "#local-cloud/sts/policy.ts";
import { parseCondition } from "./expressions/condition.ts";
import { type KeyTest, keyTestsOf } from "./expressions/key-condition.ts";
import { readPlaceholders } from "./expressions/placeholders.ts";
import type { Database } from "./store/database.ts";
import { parseValue } from "./values/parse.ts";

/** An unvalidated request: as on AWS, rights are checked before the request is validated. */
// biome-ignore lint/suspicious/noExplicitAny: its shape is not promised yet
type Input = Record<string, any>;
type Values = Record<string, Record<string, string> | undefined>;

/**
 * Returns the rights that a request needs, as in the Service Authorization Reference: a transaction or batch
 * needs those of each of its items. Leading keys are the values of the partition key, or of the queried
 * index's partition key.
 */
export function accessesOf(database: Database, operation: string, input: Input): Access[] {
  const on = (action: string, { table = "", index, keys }: Target): Access => ({
    action: `dynamodb:${action}`,
    resource: `arn:aws:dynamodb:${database.region}:${database.account}:table/${table}${index ? `/index/${index}` : ""}`,
    ...(keys ? { leadingKeys: keys.map((item) => leadingKey(database, table, item)) } : {}),
  });
  switch (operation) {
    case "GetItem":
    case "UpdateItem":
    case "DeleteItem":
      return [on(operation, { table: input.TableName, keys: [input.Key] })];
    case "PutItem":
      return [on(operation, { table: input.TableName, keys: [input.Item] })];
    case "Query":
      return [queryAccess(database, input, on)];
    case "BatchGetItem":
      return Object.entries<Input>(input.RequestItems ?? {}).map(([table, { Keys }]) =>
        on(operation, { table, keys: Keys }),
      );
    case "BatchWriteItem":
      return Object.entries<Input[]>(input.RequestItems ?? {}).map(([table, writes]) =>
        on(operation, {
          table,
          keys: writes.map(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key),
        }),
      );
    case "TransactWriteItems":
    case "TransactGetItems":
      return ((input.TransactItems as Record<string, Input>[] | undefined) ?? []).flatMap((entry) =>
        Object.entries(entry).map(([kind, { TableName, Item, Key }]) =>
          on(kind === "ConditionCheck" ? "ConditionCheckItem" : `${kind}Item`, {
            table: TableName,
            keys: [Item ?? Key],
          }),
        ),
      );
    default:
      return [on(operation, { table: input.TableName })];
  }
}

interface Target {
  readonly table?: string;
  readonly index?: string | undefined;
  readonly keys?: readonly (Values | undefined)[];
}

function queryAccess(
  database: Database,
  { TableName, IndexName, ...input }: Input,
  on: (action: string, target: Target) => Access,
): Access {
  const table = database.tables.get(TableName);
  const index = IndexName && table?.indexes.find(({ name }) => name === IndexName);
  const hash = (index || table)?.key.hash.name ?? "";
  return { ...on("Query", { table: TableName, index: IndexName }), leadingKeys: [queriedKey(hash, input)] };
}

/**
 * Returns the partition key in a query's key condition, or "" if there is none, which no leading-key
 * condition allows.
 */
function queriedKey(attribute: string, input: Input): string {
  const test = keyTests(input).find((one) => one.attribute === attribute && one.operator === "=");
  return textOf(test?.values[0]);
}

/** An expression that cannot be parsed needs no rights; the operation refuses it. */
function keyTests({ KeyConditionExpression, ...input }: Input): KeyTest[] {
  try {
    const placeholders = readPlaceholders(input, { KeyConditionExpression });
    return keyTestsOf(parseCondition("KeyConditionExpression", KeyConditionExpression, placeholders));
  } catch {
    return [];
  }
}

function leadingKey(database: Database, table: string, item: Values | undefined): string {
  return textOf(item?.[database.tables.get(table)?.key.hash.name ?? ""]);
}

/** Returns the text of a key as the operation will read it, or "" for a key that it will refuse. */
function textOf(value: unknown): string {
  try {
    return String(Object.values(parseValue(value))[0]);
  } catch {
    return "";
  }
}
