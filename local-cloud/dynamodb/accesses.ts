import type { Access } from "#local-cloud/sts/policy.ts";
import { parseCondition } from "./expressions/condition.ts";
import { type KeyTest, keyTestsOf } from "./expressions/key-condition.ts";
import { readPlaceholders } from "./expressions/placeholders.ts";
import type { Database } from "./store/database.ts";
import { parseValue } from "./values/parse.ts";

/** A request as it came: checked after its rights, as AWS does. */
// biome-ignore lint/suspicious/noExplicitAny: its shape is not promised yet
type Input = Record<string, any>;
type Values = Record<string, Record<string, string> | undefined>;

/**
 * The rights a request needs, as the service authorization reference counts them: a transaction or batch needs
 * those of each item it touches. Leading keys are values of the partition key, of the index where one is queried.
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

/** The partition that a query's key condition names; "" when it names none, which no rule of leading keys allows. */
function queriedKey(attribute: string, input: Input): string {
  const test = keyTests(input).find((one) => one.attribute === attribute && one.operator === "=");
  return textOf(test?.values[0]);
}

/** An expression that cannot be read asks for nothing; the operation refuses it. */
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

/** A key's text as the operation will read it; "" for what it will refuse. */
function textOf(value: unknown): string {
  try {
    return String(Object.values(parseValue(value))[0]);
  } catch {
    return "";
  }
}
