import { z } from "zod";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import type { Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { consumed } from "./capacity.ts";
import { capacity, type Input, validated } from "./input.ts";
import {
  deleteShape,
  perform,
  planDelete,
  planPut,
  planUpdate,
  putShape,
  updatedAttributes,
  updateShape,
  type Write,
  type Written,
} from "./writes.ts";

const oldValues = z.enum(["NONE", "ALL_OLD"]).optional();
const updateValues = z.enum(["NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"]).optional();

const putSchema = z.strictObject({ ...putShape, ReturnValues: oldValues, ReturnConsumedCapacity: capacity });
const deleteSchema = z.strictObject({
  ...deleteShape,
  ReturnValues: oldValues,
  ReturnConsumedCapacity: capacity,
});
const updateSchema = z.strictObject({
  ...updateShape,
  ReturnValues: updateValues,
  ReturnConsumedCapacity: capacity,
});

export async function putItem(database: Database, input: Input): Promise<unknown> {
  const request = validated(putSchema, input);
  return write(database, planPut(database, request), request);
}

export async function deleteItem(database: Database, input: Input): Promise<unknown> {
  const request = validated(deleteSchema, input);
  return write(database, planDelete(database, request), request);
}

export async function updateItem(database: Database, input: Input): Promise<unknown> {
  const request = validated(updateSchema, input);
  return write(database, planUpdate(database, request), request);
}

interface Request {
  readonly ReturnValues?: z.infer<typeof updateValues>;
  readonly ReturnConsumedCapacity?: z.infer<typeof capacity>;
}

async function write(database: Database, plan: Write, request: Request): Promise<unknown> {
  const written = await database.write(() => perform(database, plan));
  const Attributes = returned(plan, written, request.ReturnValues);
  return {
    ...(Attributes && Object.keys(Attributes).length && { Attributes }),
    ...consumed(request.ReturnConsumedCapacity, written.usage),
  };
}

function returned(plan: Write, { before, after }: Written, asked: Request["ReturnValues"]): Item | undefined {
  switch (asked) {
    case "ALL_OLD":
      return before;
    case "ALL_NEW":
      return after;
    case "UPDATED_OLD":
      return updatedAttributes(plan, before);
    case "UPDATED_NEW":
      return updatedAttributes(plan, after);
    default:
      return undefined;
  }
}
