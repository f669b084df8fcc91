import deleteItem from "dynalite/actions/deleteItem.js";
import getItem from "dynalite/actions/getItem.js";
import putItem from "dynalite/actions/putItem.js";
import updateItem from "dynalite/actions/updateItem.js";
import db, { type Callback, type Condition, type Item, type Store } from "dynalite/db/index.js";
import { canonicalHash } from "#core/canonical.ts";
import { ServiceError } from "#local/http.ts";
import { type Consumed, consumedByTable } from "./capacity.ts";
import type { Database } from "./database.ts";
import { layout } from "./layout.ts";
import type { Table } from "./table.ts";
import type { Tokens } from "./tokens.ts";
import { transactGetRules, transactWriteRules, type WriteKind } from "./transaction-rules.ts";
import { type Action, openUnit, tableNamed, type Unit } from "./unit.ts";
import { toServiceError, validated } from "./validate.ts";

type Input = Record<string, unknown>;

interface Step {
  readonly action: Action;
  readonly data: Condition & { TableName: string; Item?: Item; Key?: Item; [member: string]: unknown };
  readonly table: Table;
}

/** One entry per action; `{ Code: "None" }` for those that would have been fine. */
interface Reason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Item;
}

const MAX_BYTES = 4 * 1024 * 1024;
const NONE: Reason = { Code: "None" };

const actions: Record<WriteKind, Action> = {
  Put: putItem,
  Update: updateItem,
  Delete: deleteItem,
  ConditionCheck: checkCondition,
};

/** TransactWriteItems: all actions or none, over the items as they are while all of them are locked. */
export async function transactWriteItems(database: Database, tokens: Tokens, input: Input): Promise<unknown> {
  const hash = fingerprint(input);
  const { TransactItems, ClientRequestToken, ReturnConsumedCapacity } = validated(input, transactWriteRules);
  const steps = (TransactItems as Record<WriteKind, Step["data"]>[]).map((entry) => {
    const [kind, data] = Object.entries(entry)[0] as [WriteKind, Step["data"]];
    return {
      action: actions[kind],
      data: { ...data, ReturnConsumedCapacity },
      table: tableNamed(database, data.TableName),
    };
  });
  const token = ClientRequestToken as string | undefined;
  if (token !== undefined && tokens.begin(token, hash) === "done") return {};
  try {
    return await withLocks(database, steps, async (unit) => {
      const answers = await decide(unit, steps);
      refuseOversize(unit);
      const entry = token === undefined ? undefined : tokens.entry(token, hash);
      await database.commit(unit.changes, entry && [entry.operation]);
      entry?.committed();
      return consumedByTable(answers as Consumed[], ReturnConsumedCapacity, 2);
    });
  } finally {
    if (token !== undefined) tokens.end(token);
  }
}

/** TransactGetItems: the items as they were together at one moment. */
export async function transactGetItems(database: Database, input: Input): Promise<unknown> {
  const { TransactItems, ReturnConsumedCapacity } = validated(input, transactGetRules);
  const steps = (TransactItems as { Get: Step["data"] }[]).map(({ Get }) => ({
    action: getItem,
    data: { ...Get, ConsistentRead: true, ReturnConsumedCapacity },
    table: tableNamed(database, Get.TableName),
  }));
  return withLocks(database, steps, async (unit) => {
    const answers = (await decide(unit, steps)) as (Consumed & { Item?: Item })[];
    return {
      Responses: answers.map(({ Item }) => (Item ? { Item } : {})),
      ...consumedByTable(answers, ReturnConsumedCapacity, 2),
    };
  });
}

/** Locks are taken in one order everywhere, so that two transactions never wait for each other. */
async function withLocks<T>(database: Database, steps: Step[], work: (unit: Unit) => Promise<T>): Promise<T> {
  refuseInvalid(steps);
  const items = steps.map(({ table, data }) => {
    const key = db.createKey((data.Item ?? data.Key) as Item, table.description);
    return { table, key, path: layout.items(table.description.TableName) + key };
  });
  if (new Set(items.map(({ path }) => path)).size < items.length)
    throw new ServiceError(
      "ValidationException",
      "Transaction request cannot include multiple operations on one item",
    );
  const unit = openUnit(database, { locked: true });
  try {
    for (const { table, key } of items.sort((a, b) => (a.path < b.path ? -1 : 1)))
      await unit.lock(table, key);
    return await work(unit);
  } finally {
    unit.release();
  }
}

/** Runs every action, also after one has failed: each gets its own reason. */
async function decide(unit: Unit, steps: Step[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  const reasons: Reason[] = [];
  for (const { action, data } of steps) {
    try {
      answers.push(await unit.run(action, data));
      reasons.push(NONE);
    } catch (error) {
      reasons.push(reasonOf(error, data, unit.found));
    }
  }
  refuseCancelled(reasons);
  return answers;
}

function reasonOf(error: unknown, data: Step["data"], found: Item | undefined): Reason {
  const known = toServiceError(error);
  if (!(known instanceof ServiceError)) throw error;
  if (known.code === "ValidationException") return { Code: "ValidationError", Message: known.message };
  if (known.code !== "ConditionalCheckFailedException") throw known;
  const wanted = data.ReturnValuesOnConditionCheckFailure === "ALL_OLD" && found;
  return { Code: "ConditionalCheckFailed", Message: known.message, ...(wanted && { Item: found }) };
}

/** Keys that do not fit the table cancel the transaction before anything is locked. */
function refuseInvalid(steps: Step[]): void {
  refuseCancelled(
    steps.map(({ data, table: { description } }) => {
      const invalid = data.Item
        ? db.validateItem(data.Item, description)
        : db.validateKey(data.Key ?? {}, description);
      return invalid ? { Code: "ValidationError", Message: invalid.message } : NONE;
    }),
  );
}

function refuseCancelled(reasons: Reason[]): void {
  if (reasons.every(({ Code }) => Code === "None")) return;
  const codes = reasons.map(({ Code }) => Code).join(", ");
  const Message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  throw new ServiceError("TransactionCanceledException", Message, 400, {
    Message,
    CancellationReasons: reasons,
  });
}

function refuseOversize({ changes }: Unit): void {
  const bytes = changes.reduce((sum, { after }) => sum + (after ? db.itemSize(after) : 0), 0);
  if (bytes > MAX_BYTES)
    throw new ServiceError(
      "ValidationException",
      "The aggregate size of the items exceeds the limit of 4 MB",
    );
}

/** Of the request as it came, without its token: validating it parses and normalises. */
function fingerprint({ ClientRequestToken: _, ...request }: Input): string {
  try {
    return canonicalHash(request);
  } catch (error) {
    throw new ServiceError("SerializationException", error instanceof Error ? error.message : String(error));
  }
}

function checkCondition(store: Store, data: unknown, done: Callback): void {
  const check = data as Step["data"] & { Key: Item };
  store.getTable(check.TableName, (error, table) => {
    if (error || !table) return done(error);
    store.getItemDb(check.TableName).get(db.createKey(check.Key, table), (failed, item) => {
      if (failed) return done(failed);
      const ReturnConsumedCapacity = check.ReturnConsumedCapacity;
      const counted = ReturnConsumedCapacity === "TOTAL" || ReturnConsumedCapacity === "INDEXES";
      done(db.checkConditional(check, item), {
        ...(counted && {
          ConsumedCapacity: {
            TableName: check.TableName,
            CapacityUnits: db.capacityUnits(item, false, true),
          },
        }),
      });
    });
  });
}
