import { type CancellationReason, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import {
  type Condition,
  type Item,
  keyOf,
  type Page,
  type Store,
  TransactionRefused,
  type Write,
} from "#core/kernel/ledger/store.ts";

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
const CONFLICT_TRIES = 8;

/** The store in a DynamoDB table. Keys and conditions come from the core. */
export function createStore({ client, table }: { client: DynamoDBDocumentClient; table: string }): Store {
  return {
    async get({ pk, sk }) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
      );
      return Item as Item | undefined;
    },
    query: (page) => query(page),
    transact: (writes) => transact(writes),
  };

  async function query(page: Page): Promise<Item[]> {
    const range = sortRange(page);
    if (!range) return [];
    const items: Item[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const left = page.limit === undefined ? undefined : page.limit - items.length;
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          ...queryInput(table, page, range),
          ...(left === undefined ? {} : { Limit: left }),
          ...(start ? { ExclusiveStartKey: start } : {}),
        }),
      );
      items.push(...(Items as Item[]));
      start = LastEvaluatedKey;
    } while (start && (page.limit === undefined || items.length < page.limit));
    return items;
  }

  /** Retries a transaction that conflicts with another one. Throws TransactionRefused when a condition fails. */
  async function transact(writes: readonly Write[]): Promise<void> {
    const TransactItems = writes.map((write) => transactItem(table, write));
    for (let attempt = 1; ; attempt++) {
      try {
        await client.send(new TransactWriteCommand({ TransactItems }));
        return;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const reasons = error.CancellationReasons ?? [];
        if (reasons.some(({ Code }) => Code === "ConditionalCheckFailed")) throw refused(reasons);
        if (!reasons.some(({ Code }) => Code === "TransactionConflict") || attempt === CONFLICT_TRIES)
          throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }
}

function refused(reasons: readonly CancellationReason[]): TransactionRefused {
  return new TransactionRefused(
    reasons.flatMap(({ Code, Item }, index) =>
      Code === "ConditionalCheckFailed" ? [{ index, existing: Item && (unmarshall(Item) as Item) }] : [],
    ),
  );
}

interface SortRange {
  readonly condition: string;
  readonly values: Readonly<Record<string, string>>;
}

function queryInput(table: string, { pk, newestFirst = false, index }: Page, range: SortRange) {
  const [hash, sort] = index ? [index, `${index}s`] : ["pk", "sk"];
  return {
    TableName: table,
    ...(index ? { IndexName: `gsi${index.slice(1)}` } : { ConsistentRead: true }),
    KeyConditionExpression: `#h = :h${range.condition}`,
    ExpressionAttributeNames: { "#h": hash, ...(range.condition ? { "#s": sort } : {}) },
    ExpressionAttributeValues: { ":h": pk, ...range.values },
    ScanIndexForward: !newestFirst,
  };
}

/** The sort keys of a page as one range, because a key condition allows only one; undefined for an empty range. */
function sortRange({ prefix = "", after, newestFirst = false }: Page): SortRange | undefined {
  // All keys sort after the empty string, which is not a valid key in DynamoDB.
  if (after === "" && newestFirst) return undefined;
  if (!after)
    return prefix === ""
      ? { condition: "", values: {} }
      : { condition: " AND begins_with(#s, :p)", values: { ":p": prefix } };
  if (prefix === "") return { condition: ` AND #s ${newestFirst ? "<" : ">"} :a`, values: { ":a": after } };
  // U+0000 is the smallest character and U+FFFF sorts after all characters in keys, so they make bounds exclusive or
  // open.
  const end = `${prefix}\uffff`;
  const next = `${after}\u0000`;
  const [low, high] = newestFirst
    ? [prefix, lesser(keyBefore(after), end)]
    : [next > prefix ? next : prefix, end];
  return low > high
    ? undefined
    : { condition: " AND #s BETWEEN :l AND :u", values: { ":l": low, ":u": high } };
}

/** The largest key that sorts before this one. */
function keyBefore(key: string): string {
  const last = key.charCodeAt(key.length - 1);
  return key.slice(0, -1) + (last > 0 ? `${String.fromCharCode(last - 1)}\uffff` : "");
}

const lesser = (a: string, b: string): string => (a < b ? a : b);

function transactItem(table: string, write: Write): TransactItem {
  const guard = condition(write.when);
  if ("put" in write) return { Put: { TableName: table, Item: write.put, ...guard } };
  const { pk, sk } = keyOf(write);
  return { Delete: { TableName: table, Key: { pk, sk }, ...guard } };
}

function condition(when: Condition | undefined) {
  if (!when) return {};
  if ("absent" in when)
    return {
      ConditionExpression: "attribute_not_exists(pk)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
    };
  const entries = Object.entries(when.equals);
  return {
    ConditionExpression: entries.map((_, index) => `#c${index} = :c${index}`).join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name], index) => [`#c${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], index) => [`:c${index}`, value])),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  };
}
