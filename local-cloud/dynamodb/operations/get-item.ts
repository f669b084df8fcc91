import { z } from "zod";
import { readPlaceholders } from "#local-cloud/dynamodb/expressions/placeholders.ts";
import { type Projection, parseProjection, project } from "#local-cloud/dynamodb/expressions/projection.ts";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { findItem, itemOf } from "#local-cloud/dynamodb/store/items.ts";
import type { Table } from "#local-cloud/dynamodb/store/table.ts";
import type { Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { consumed, readUnits, type Usage } from "./capacity.ts";
import { attributes, capacity, expression, type Input, names, tableName, validated } from "./input.ts";
import { keyToFind, refuseKeyParts, tableNamed } from "./tables.ts";

export const getShape = {
  TableName: tableName,
  Key: attributes,
  ProjectionExpression: expression,
  ExpressionAttributeNames: names,
};
const schema = z.strictObject({
  ...getShape,
  ConsistentRead: z.boolean().optional(),
  ReturnConsumedCapacity: capacity,
});

interface Projected {
  readonly ProjectionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
}

/** One read of one item. */
export interface Read {
  readonly table: Table;
  readonly key: Buffer;
  readonly projection?: Projection | undefined;
}

export async function getItem(database: Database, input: Input): Promise<unknown> {
  const request = validated(schema, input);
  const read = planRead(database, request);
  const found = await database.read(() => readItem(database, read, request.ConsistentRead));
  return {
    ...(found.item && { Item: found.item }),
    ...consumed(request.ReturnConsumedCapacity, found.usage),
  };
}

export function planRead(database: Database, input: { TableName: string; Key: unknown } & Projected): Read {
  const { ProjectionExpression } = input;
  const placeholders = readPlaceholders(input, { ProjectionExpression });
  const projection =
    ProjectionExpression === undefined ? undefined : parseProjection(ProjectionExpression, placeholders);
  placeholders.refuseUnused();
  const table = tableNamed(database, input.TableName);
  refuseKeyParts(table, placeholders.paths);
  return { table, key: keyToFind(table, input.Key).key, projection };
}

export function readItem(
  database: Database,
  { table, key, projection }: Read,
  consistent: boolean | undefined,
): { item: Item | undefined; size: number; usage: Usage } {
  const stored = findItem(database, table, key);
  const item = stored && itemOf(stored);
  const size = stored?.size ?? 0;
  return {
    item: item && projection ? project(item, projection) : item,
    size,
    usage: { table: table.name, units: readUnits(size, consistent) },
  };
}
