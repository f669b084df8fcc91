import type { IndexDescription, Item, TableDescription } from "dynalite/db/index.js";
import createTable from "dynalite/validations/createTable.js";
import type { Member } from "dynalite/validations/getItem.js";
import updateTable from "dynalite/validations/updateTable.js";
import { ServiceError } from "#local/http.ts";
import { globalIndex } from "./create-table.ts";
import type { Database } from "./database.ts";
import { entryOperations } from "./index-entries.ts";
import { below, layout } from "./layout.ts";
import type { Table } from "./table.ts";
import { tableNamed } from "./unit.ts";
import { type Rules, validated } from "./validate.ts";

interface Update {
  readonly TableName: string;
  readonly AttributeDefinitions?: TableDescription["AttributeDefinitions"];
  readonly GlobalSecondaryIndexUpdates?: { Create?: IndexDescription; Delete?: { IndexName: string } }[];
  readonly DeletionProtectionEnabled?: boolean;
}

const { notNull: _, ...definitions } = createTable.types.AttributeDefinitions as Record<string, unknown>;

const rules: Rules = {
  types: {
    TableName: updateTable.types.TableName as Member,
    AttributeDefinitions: definitions,
    DeletionProtectionEnabled: "Boolean",
    GlobalSecondaryIndexUpdates: {
      type: "List",
      lengthLessThanOrEqual: 1,
      children: {
        type: "ValueStruct<GlobalSecondaryIndexUpdate>",
        children: {
          Create: {
            type: "FieldStruct<CreateGlobalSecondaryIndexAction>",
            children: (
              createTable.types.GlobalSecondaryIndexes as { children: { children: Record<string, Member> } }
            ).children.children,
          },
          Delete: {
            type: "FieldStruct<DeleteGlobalSecondaryIndexAction>",
            children: { IndexName: { type: "String", notNull: true } },
          },
        },
      },
    },
  },
};

/** UpdateTable: one index added (and filled) or removed, or the protection against deletion. */
export async function updateTableOperation(
  database: Database,
  input: Record<string, unknown>,
): Promise<unknown> {
  const update = validated(input, rules) as unknown as Update;
  const table = tableNamed(database, update.TableName);
  const { Create, Delete } = update.GlobalSecondaryIndexUpdates?.[0] ?? {};
  if (!Create && !Delete && update.DeletionProtectionEnabled === undefined)
    throw new ServiceError("ValidationException", "At least one update is required");
  const protectedTable = withProtection(table, update);
  if (Create) await addIndex(database, protectedTable, Create, update.AttributeDefinitions ?? []);
  else if (Delete) await removeIndex(database, protectedTable, Delete.IndexName);
  else await database.saveTable(protectedTable);
  return { TableDescription: tableNamed(database, update.TableName).description };
}

/** Fills the indexes that are still being created. Safe to repeat after a crash. */
export async function finishIndexes(database: Database, table: Table): Promise<void> {
  const unfinished = globalIndexes(table).filter(({ IndexStatus }) => IndexStatus === "CREATING");
  if (!unfinished.length) return;
  const prefix = layout.items(table.description.TableName);
  const rows = database.entries(below(prefix));
  try {
    for (let chunk = await rows.nextv(256); chunk.length; chunk = await rows.nextv(256))
      for (const [path] of chunk) await enter(database, table, unfinished, path);
  } finally {
    await rows.close();
  }
  const current = tableNamed(database, table.description.TableName);
  const finished = globalIndexes(current).map((index) => ({ ...index, IndexStatus: "ACTIVE" }));
  await database.saveTable(withIndexes(current, finished));
}

/** Under the item's lock, so that an entry of what the item was never comes after what it is. */
async function enter(
  database: Database,
  table: Table,
  indexes: IndexDescription[],
  path: string,
): Promise<void> {
  const release = await database.locks.acquire(path);
  try {
    const item: Item | undefined = await database.get(path);
    if (item)
      await database.commit(
        [],
        indexes.flatMap((index) => entryOperations(table, index, item)),
      );
  } finally {
    release();
  }
}

async function addIndex(
  database: Database,
  table: Table,
  wanted: IndexDescription,
  definitions: TableDescription["AttributeDefinitions"],
): Promise<void> {
  const { description } = table;
  if (globalIndexes(table).some(({ IndexName }) => IndexName === wanted.IndexName))
    throw new ServiceError(
      "ValidationException",
      `Attempting to create an index which already exists: ${wanted.IndexName}`,
    );
  const known = new Map(
    [...definitions, ...description.AttributeDefinitions].map((one) => [one.AttributeName, one]),
  );
  const missing = wanted.KeySchema.find(({ AttributeName }) => !known.has(AttributeName));
  if (missing)
    throw new ServiceError(
      "ValidationException",
      `${missing.AttributeName} is not defined in AttributeDefinitions`,
    );
  const index = globalIndex(description.TableArn, wanted, "CREATING");
  const defined = { ...table, description: { ...description, AttributeDefinitions: [...known.values()] } };
  const creating = withIndexes(defined, [...globalIndexes(table), index]);
  await database.saveTable(creating);
  await finishIndexes(database, creating);
}

async function removeIndex(database: Database, table: Table, name: string): Promise<void> {
  const left = globalIndexes(table).filter(({ IndexName }) => IndexName !== name);
  if (left.length === globalIndexes(table).length)
    throw new ServiceError("ResourceNotFoundException", `Requested resource not found: Index: ${name}`);
  await database.saveTable(withIndexes(table, left));
  await database.clear(below(layout.index(table.description.TableName, name)));
}

function withProtection(table: Table, { DeletionProtectionEnabled }: Update): Table {
  if (DeletionProtectionEnabled === undefined) return table;
  return { ...table, description: { ...table.description, DeletionProtectionEnabled } };
}

function globalIndexes({ description }: Table): IndexDescription[] {
  return description.GlobalSecondaryIndexes ?? [];
}

function withIndexes(table: Table, indexes: IndexDescription[]): Table {
  const { GlobalSecondaryIndexes: _, ...description } = table.description;
  return {
    ...table,
    description: {
      ...description,
      ...(indexes.length && { GlobalSecondaryIndexes: indexes }),
    } as TableDescription,
  };
}
