import { z } from "zod";
import { applyUpdate } from "#local-cloud/dynamodb/expressions/apply-update.ts";
import { type Condition, parseCondition } from "#local-cloud/dynamodb/expressions/condition.ts";
import { holds } from "#local-cloud/dynamodb/expressions/evaluate.ts";
import { valueAt } from "#local-cloud/dynamodb/expressions/path.ts";
import { type Placeholders, readPlaceholders } from "#local-cloud/dynamodb/expressions/placeholders.ts";
import { pick } from "#local-cloud/dynamodb/expressions/projection.ts";
import { parseUpdate, pathsOf, type Update } from "#local-cloud/dynamodb/expressions/update.ts";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { changeItem, findItem, itemOf, type StoredItem } from "#local-cloud/dynamodb/store/items.ts";
import { namesOf, type Table } from "#local-cloud/dynamodb/store/table.ts";
import type { Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { parseItem, refuseDeep } from "#local-cloud/dynamodb/values/parse.ts";
import { itemSize } from "#local-cloud/dynamodb/values/size.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { type Usage, writeUnits } from "./capacity.ts";
import { attributes, expression, invalid, names, onConditionFailure, tableName, values } from "./input.ts";
import { keyOfItem, keyToFind, refuseIndexKeys, refuseKeyParts, tableNamed } from "./tables.ts";

/** One write of one item, validated as far as possible without the item. */
export interface Write {
  readonly table: Table;
  readonly key: Buffer;
  readonly condition?: Condition;
  readonly returnsOld?: boolean;
  /** Returns the item after the write: undefined deletes it, `before` leaves it unchanged. */
  next(before: Item | undefined, copy: () => Item): Item | undefined;
  /** The update, if it is one. */
  readonly update?: Update;
}

/** The result of a write. */
export interface Written {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly usage: Usage;
}

const guarded = {
  TableName: tableName,
  ConditionExpression: expression,
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: values,
  ReturnValuesOnConditionCheckFailure: onConditionFailure,
};
export const putShape = { ...guarded, Item: attributes };
export const deleteShape = { ...guarded, Key: attributes };
export const updateShape = { ...deleteShape, UpdateExpression: expression };

const guardedSchema = z.object(guarded);
type Guarded = z.infer<typeof guardedSchema>;

export function planPut(database: Database, input: Guarded & { Item: Record<string, unknown> }): Write {
  const item = parseItem(input.Item);
  const { placeholders, ...guard } = guardOf(input);
  const table = tableNamed(database, input.TableName);
  refuseKeyParts(table, placeholders.paths);
  const key = keyOfItem(table, item);
  const next = () => {
    refuseIndexKeys(table, item);
    return item;
  };
  return { table, key, ...guard, next };
}

export function planDelete(database: Database, input: Guarded & { Key: Record<string, unknown> }): Write {
  const { placeholders, ...guard } = guardOf(input);
  const table = tableNamed(database, input.TableName);
  refuseKeyParts(table, placeholders.paths);
  return { table, key: keyToFind(table, input.Key).key, ...guard, next: () => undefined };
}

/** Plans a condition on an item that is not written. */
export function planCheck(database: Database, input: Guarded & { Key: Record<string, unknown> }): Write {
  return { ...planDelete(database, input), next: (before) => before };
}

export function planUpdate(
  database: Database,
  input: Guarded & { Key: Record<string, unknown>; UpdateExpression?: string | undefined },
): Write {
  const placeholders = readPlaceholders(input, {
    UpdateExpression: input.UpdateExpression,
    ConditionExpression: input.ConditionExpression,
  });
  const update =
    input.UpdateExpression === undefined ? undefined : parseUpdate(input.UpdateExpression, placeholders);
  const updatePaths = [...placeholders.paths];
  const guard = conditionOf(input, placeholders);
  placeholders.refuseUnused();
  const table = tableNamed(database, input.TableName);
  // Faults of an update's paths are reported only if its condition is true.
  refuseKeyParts(table, placeholders.paths.slice(updatePaths.length));
  const { item, key } = keyToFind(table, input.Key);
  return {
    table,
    key,
    ...guard,
    ...(update && { update }),
    next(before, copy) {
      const after = before ? copy() : { ...item };
      if (update) {
        refuseKeyChange(table, update);
        refuseKeyParts(table, updatePaths);
        applyUpdate(update, before ?? item, after);
      }
      refuseDeep(after);
      refuseIndexKeys(table, after);
      return after;
    },
  };
}

/** Performs a write. Throws ConditionalCheckFailedException. Must be called inside the database's `write`. */
export function perform(database: Database, { table, key, ...write }: Write): Written {
  const stored = findItem(database, table, key);
  const before = stored && itemOf(stored);
  if (write.condition && !holds(write.condition, before ?? {}))
    throw new ServiceError(
      "ConditionalCheckFailedException",
      "The conditional request failed",
      400,
      write.returnsOld && before ? { Item: before } : {},
    );
  const after = write.next(before, () => itemOf(stored as StoredItem));
  if (after !== before) changeItem(database, table, { key, before: stored, after });
  return { before, after, usage: usageOf(table, stored, after) };
}

/** Returns the attributes of an update's paths, as far as these exist in the item. */
export function updatedAttributes({ update }: Write, item: Item | undefined): Item | undefined {
  if (!item || !update) return undefined;
  const found = pathsOf(update).filter((path) => valueAt(item, path));
  return pick(item, new Set(found.map(([name]) => name)));
}

function guardOf(input: Guarded): Pick<Write, "condition" | "returnsOld"> & { placeholders: Placeholders } {
  const placeholders = readPlaceholders(input, { ConditionExpression: input.ConditionExpression });
  const guard = conditionOf(input, placeholders);
  placeholders.refuseUnused();
  return { ...guard, placeholders };
}

function conditionOf(
  { ConditionExpression, ReturnValuesOnConditionCheckFailure }: Guarded,
  placeholders: Placeholders,
): Pick<Write, "condition" | "returnsOld"> {
  if (ConditionExpression === undefined) return {};
  return {
    condition: parseCondition("ConditionExpression", ConditionExpression, placeholders),
    returnsOld: ReturnValuesOnConditionCheckFailure === "ALL_OLD",
  };
}

function refuseKeyChange(table: Table, update: Update): void {
  const keyNames = namesOf(table.key);
  const changed = pathsOf(update).find(([name]) => keyNames.includes(name));
  if (changed)
    throw invalid(
      `One or more parameter values were invalid: Cannot update attribute ${changed[0]}. This attribute is part of the key`,
    );
}

function usageOf(table: Table, before: StoredItem | undefined, after: Item | undefined): Usage {
  return { table: table.name, units: writeUnits(before?.size ?? 0, after ? itemSize(after) : 0) };
}
