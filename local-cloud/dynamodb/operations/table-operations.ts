import { z } from "zod";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { emptyIndex, fillIndex } from "#local-cloud/dynamodb/store/items.ts";
import type { IndexDescription, Table, TableDefinition } from "#local-cloud/dynamodb/store/table.ts";
import { ServiceError } from "#local-cloud/http.ts";
import {
  attributeDefinitions,
  describedIndex,
  type GlobalIndex,
  globalIndexSchema,
  refuseIndex,
} from "./create-table.ts";
import { type Input, invalid, tableName, validated } from "./input.ts";
import { tableNamed } from "./tables.ts";

const named = z.strictObject({ TableName: tableName });
const listSchema = z.strictObject({
  ExclusiveStartTableName: z.string().min(1).optional(),
  Limit: z.int().min(1).max(100).default(100),
});
const updateSchema = z.strictObject({
  TableName: tableName,
  AttributeDefinitions: attributeDefinitions.optional(),
  DeletionProtectionEnabled: z.boolean().optional(),
  GlobalSecondaryIndexUpdates: z
    .array(
      z.strictObject({
        Create: globalIndexSchema.optional(),
        Delete: z.strictObject({ IndexName: tableName }).optional(),
      }),
    )
    .length(1)
    .optional(),
});

export async function describeTable(database: Database, input: Input): Promise<unknown> {
  const table = tableNamed(database, validated(named, input).TableName);
  return database.read(() => ({ Table: { ...table.description, ...countsOf(database, table) } }));
}

export async function listTables(database: Database, input: Input): Promise<unknown> {
  const { ExclusiveStartTableName: start = "", Limit } = validated(listSchema, input);
  const names = [...database.tables.keys()].filter((name) => name > start).sort();
  const page = names.slice(0, Limit);
  return { TableNames: page, ...(page.length < names.length && { LastEvaluatedTableName: page.at(-1) }) };
}

/** DeleteTable. Also deletes the table's stream (DynamoDB keeps it readable for 24 hours). */
export async function deleteTable(database: Database, input: Input): Promise<unknown> {
  const table = tableNamed(database, validated(named, input).TableName);
  if (table.description.DeletionProtectionEnabled)
    throw invalid(
      "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
    );
  await database.write(() => database.forgetTable(table));
  return { TableDescription: { ...table.description, TableStatus: "DELETING" } };
}

/**
 * UpdateTable: sets deletion protection, and creates or deletes one index. A new index is complete when this
 * resolves.
 */
export async function updateTable(database: Database, input: Input): Promise<unknown> {
  const request = validated(updateSchema, input);
  const table = tableNamed(database, request.TableName);
  const { Create, Delete } = request.GlobalSecondaryIndexUpdates?.[0] ?? {};
  if (!Create && !Delete && request.DeletionProtectionEnabled === undefined)
    throw invalid("At least one update is required");
  const { DeletionProtectionEnabled = table.description.DeletionProtectionEnabled } = request;
  const description = { ...table.description, DeletionProtectionEnabled } as Table["description"];
  await database.write(() => {
    if (Create) addIndex(database, table, description, Create, request.AttributeDefinitions ?? []);
    else if (Delete) removeIndex(database, table, description, Delete.IndexName);
    else save(database, table, description);
  });
  return { TableDescription: tableNamed(database, request.TableName).description };
}

function addIndex(
  database: Database,
  table: Table,
  description: Table["description"],
  wanted: GlobalIndex,
  definitions: Table["description"]["AttributeDefinitions"],
): void {
  const indexes = description.GlobalSecondaryIndexes ?? [];
  if (indexes.some(({ IndexName }) => IndexName === wanted.IndexName))
    throw invalid(`Attempting to create an index which already exists: ${wanted.IndexName}`);
  const known = new Map(
    [...definitions, ...description.AttributeDefinitions].map((one) => [one.AttributeName, one]),
  );
  const AttributeDefinitions = [...known.values()];
  refuseIndex(wanted, AttributeDefinitions, { onDemand: description.BillingModeSummary !== undefined });
  const created = describedIndex(description.TableArn, wanted);
  save(database, table, withIndexes({ ...description, AttributeDefinitions }, [...indexes, created]));
  const current = tableNamed(database, table.name);
  for (const index of current.indexes)
    if (index.name === wanted.IndexName) fillIndex(database, current, index);
}

function removeIndex(
  database: Database,
  table: Table,
  description: Table["description"],
  name: string,
): void {
  const indexes = description.GlobalSecondaryIndexes ?? [];
  const left = indexes.filter(({ IndexName }) => IndexName !== name);
  if (left.length === indexes.length)
    throw new ServiceError("ResourceNotFoundException", `Requested resource not found: Index: ${name}`);
  save(database, table, withIndexes(description, left));
  emptyIndex(database, table, name);
}

function save(
  database: Database,
  { stream, timeToLive }: TableDefinition,
  description: Table["description"],
): void {
  database.saveTable({
    description,
    ...(stream && { stream }),
    ...(timeToLive !== undefined && { timeToLive }),
  });
}

function withIndexes(
  { GlobalSecondaryIndexes: _, ...description }: Table["description"],
  indexes: readonly IndexDescription[],
): Table["description"] {
  return {
    ...description,
    ...(indexes.length && { GlobalSecondaryIndexes: indexes }),
  } as Table["description"];
}

function countsOf(database: Database, { id }: Table): { ItemCount: number; TableSizeBytes: number } {
  const counts = database.get("SELECT count(*) AS items, sum(size) AS bytes FROM items WHERE tbl = ?", id);
  return { ItemCount: (counts?.items as number) ?? 0, TableSizeBytes: (counts?.bytes as number | null) ?? 0 };
}
