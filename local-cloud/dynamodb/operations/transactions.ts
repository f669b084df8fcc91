import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { isRepeated } from "#local-cloud/dynamodb/store/tokens.ts";
import type { Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { itemSize } from "#local-cloud/dynamodb/values/size.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { consumedByTable } from "./capacity.ts";
import { getShape, planRead, readItem } from "./get-item.ts";
import { capacity, type Input, invalid, validated } from "./input.ts";
import {
  deleteShape,
  perform,
  planCheck,
  planDelete,
  planPut,
  planUpdate,
  putShape,
  updateShape,
  type Write,
  type Written,
} from "./writes.ts";

const MAX_ACTIONS = 100;
const MAX_BYTES = 4 * 1024 * 1024;

const writeSchema = z.strictObject({
  TransactItems: z
    .array(
      z.strictObject({
        Put: z.strictObject(putShape).optional(),
        Update: z.strictObject({ ...updateShape, UpdateExpression: z.string() }).optional(),
        Delete: z.strictObject(deleteShape).optional(),
        ConditionCheck: z.strictObject({ ...deleteShape, ConditionExpression: z.string() }).optional(),
      }),
    )
    .min(1)
    .max(MAX_ACTIONS),
  ClientRequestToken: z.string().min(1).max(36).optional(),
  ReturnConsumedCapacity: capacity,
});
const getSchema = z.strictObject({
  TransactItems: z
    .array(z.strictObject({ Get: z.strictObject(getShape) }))
    .min(1)
    .max(MAX_ACTIONS),
  ReturnConsumedCapacity: capacity,
});
type Action = z.infer<typeof writeSchema>["TransactItems"][number];

/** One entry per action; `{ Code: "None" }` for those without a fault. */
interface Reason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Item;
}

/** TransactWriteItems: all actions or none. */
export async function transactWriteItems(database: Database, input: Input): Promise<unknown> {
  const { TransactItems, ClientRequestToken: token, ReturnConsumedCapacity } = validated(writeSchema, input);
  const writes = TransactItems.map((action) => planAction(database, action));
  refuseDuplicates(writes);
  const written = await database.write(() => {
    if (token !== undefined && isRepeated(database, token, fingerprint(input))) return [];
    return performAll(database, writes);
  });
  return consumedByTable(
    ReturnConsumedCapacity,
    written.map(({ usage }) => usage),
    2,
  );
}

/** TransactGetItems: returns a consistent snapshot of the items. */
export async function transactGetItems(database: Database, input: Input): Promise<unknown> {
  const { TransactItems, ReturnConsumedCapacity } = validated(getSchema, input);
  const reads = TransactItems.map(({ Get }) => planRead(database, Get));
  refuseDuplicates(reads);
  const found = await database.read(() => reads.map((read) => readItem(database, read, true)));
  return {
    Responses: found.map(({ item }) => (item ? { Item: item } : {})),
    ...consumedByTable(
      ReturnConsumedCapacity,
      found.map(({ usage }) => usage),
      2,
    ),
  };
}

function planAction(database: Database, { Put, Update, Delete, ConditionCheck }: Action): Write {
  if ([Put, Update, Delete, ConditionCheck].filter(Boolean).length !== 1)
    throw invalid("TransactItems can only contain one of Check, Put, Update or Delete");
  if (Put) return planPut(database, Put);
  if (Update) return planUpdate(database, Update);
  return ConditionCheck
    ? planCheck(database, ConditionCheck)
    : planDelete(database, Delete as NonNullable<typeof Delete>);
}

/** Performs every action, even after one has failed, because each has its own reason. */
function performAll(database: Database, writes: readonly Write[]): Written[] {
  const reasons: Reason[] = [];
  const written: Written[] = [];
  for (const write of writes)
    try {
      written.push(perform(database, write));
      reasons.push({ Code: "None" });
    } catch (error) {
      reasons.push(reasonOf(error));
    }
  refuseCancelled(reasons);
  const bytes = written.reduce((sum, { after }) => sum + (after ? itemSize(after) : 0), 0);
  if (bytes > MAX_BYTES) throw invalid("The aggregate size of the items exceeds the limit of 4 MB");
  return written;
}

function reasonOf(error: unknown): Reason {
  if (!(error instanceof ServiceError)) throw error;
  const { code, message, detail } = error;
  if (code === "ConditionalCheckFailedException")
    return { Code: "ConditionalCheckFailed", Message: message, ...detail };
  if (code !== "ValidationException") throw error;
  return { Code: "ValidationError", Message: message };
}

function refuseCancelled(reasons: readonly Reason[]): void {
  if (reasons.every(({ Code }) => Code === "None")) return;
  const codes = reasons.map(({ Code }) => Code).join(", ");
  const Message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  throw new ServiceError("TransactionCanceledException", Message, 400, {
    Message,
    CancellationReasons: reasons,
  });
}

function refuseDuplicates(actions: readonly { table: { id: number }; key: Buffer }[]): void {
  const keys = actions.map(({ table, key }) => `${table.id} ${key.toString("hex")}`);
  if (new Set(keys).size < keys.length)
    throw invalid("Transaction request cannot include multiple operations on one item");
}

/** Returns the hash of a request without its token. */
function fingerprint({ ClientRequestToken: _, ...request }: Input): string {
  try {
    return createHash("sha256")
      .update(canonicalize(request) as string)
      .digest("hex");
  } catch (error) {
    throw new ServiceError("SerializationException", error instanceof Error ? error.message : String(error));
  }
}
