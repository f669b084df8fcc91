import deleteTable from "dynalite/validations/deleteTable.js";
import describeTable from "dynalite/validations/describeTable.js";
import listTables from "dynalite/validations/listTables.js";
import { ServiceError } from "#local/http.ts";
import type { Database } from "./database.ts";
import { below, layout } from "./layout.ts";
import type { Table } from "./table.ts";
import { validated } from "./validate.ts";

type Input = Record<string, unknown>;

export function describeTableOperation(database: Database, input: Input): unknown {
  return { Table: tableOf(database, validated(input, describeTable)).description };
}

export function listTablesOperation(database: Database, input: Input): unknown {
  const { ExclusiveStartTableName: after = "", Limit = 100 } = validated(input, listTables);
  const names = [...database.tables.keys()].filter((name) => name > (after as string)).sort();
  const page = names.slice(0, Limit as number);
  return { TableNames: page, ...(page.length < names.length && { LastEvaluatedTableName: page.at(-1) }) };
}

/** DeleteTable. The table's stream goes with it (DynamoDB keeps it readable for 24 hours). */
export async function deleteTableOperation(database: Database, input: Input): Promise<unknown> {
  const { description, ...rest } = tableOf(database, validated(input, deleteTable));
  if (description.DeletionProtectionEnabled)
    throw new ServiceError(
      "ValidationException",
      "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
    );
  if (description.TableStatus !== "ACTIVE")
    throw new ServiceError("ResourceInUseException", `Table is being deleted: ${description.TableName}`);
  const deleting = { ...rest, description: { ...description, TableStatus: "DELETING" } };
  await database.saveTable(deleting);
  await dropTable(database, deleting);
  return { TableDescription: deleting.description };
}

/** Removes everything a table owns, its entry last: a deletion that was cut off is finished by calling it again. */
export async function dropTable(database: Database, { description: { TableName } }: Table): Promise<void> {
  for (const rows of [layout.items, layout.indexes, layout.expiries, layout.stream])
    await database.clear(below(rows(TableName)));
  await database.forgetTable(TableName);
}

/** The table in whatever state; refuses with ResourceNotFoundException. */
export function tableOf({ tables }: Database, { TableName }: Input): Table {
  const table = tables.get(TableName as string);
  if (!table)
    throw new ServiceError(
      "ResourceNotFoundException",
      `Requested resource not found: Table: ${TableName} not found`,
    );
  return table;
}
