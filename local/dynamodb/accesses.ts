import type { Access } from "#local/sts/policy.ts";
import type { Database } from "./database.ts";
import { indexesOf } from "./table.ts";

/** A request as it came: checked after its rights, as AWS does. */
// biome-ignore lint/suspicious/noExplicitAny: its shape is nobody's promise yet
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
  const schema = IndexName
    ? table && indexesOf(table).find((index) => index.IndexName === IndexName)?.KeySchema
    : table?.description.KeySchema;
  const access = on("Query", { table: TableName, index: IndexName });
  return { ...access, leadingKeys: queriedKeys(schema?.[0]?.AttributeName ?? "", input) };
}

/** The partitions a query names: `#pk = :pk`, at either side of an AND, or the older KeyConditions. */
function queriedKeys(attribute: string, input: Input): string[] {
  if (input.KeyConditions) return [textOf(input.KeyConditions[attribute]?.AttributeValueList?.[0])];
  const equals = String(input.KeyConditionExpression ?? "").matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g);
  const keys = [...equals]
    .filter(([, name = ""]) => (input.ExpressionAttributeNames?.[name] ?? name) === attribute)
    .map(([, , placeholder = ""]) => textOf(input.ExpressionAttributeValues?.[placeholder]));
  return keys.length > 0 ? keys : [""];
}

function leadingKey(database: Database, table: string, item: Values | undefined): string {
  return textOf(item?.[database.tables.get(table)?.description.KeySchema[0]?.AttributeName ?? ""]);
}

/** `{ S: "text" }` as its text. */
function textOf(value: Record<string, string> | undefined): string {
  return Object.values(value ?? {}).map(String)[0] ?? "";
}
