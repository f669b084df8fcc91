import { setTimeout as sleep } from "node:timers/promises";
import {
  ConditionalCheckFailedException,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createDynamoDb } from "#local-cloud/dynamodb/dynamodb.ts";
import { limit } from "#test/support/limits.ts";
import { dropTable, makeTable } from "./dynamodb-table.ts";
import { credentials, region, type Target, target } from "./target.ts";

let cloud: Target;
let client: DynamoDBClient;
let db: DynamoDBDocumentClient;
let TableName: string;

beforeAll(async () => {
  cloud = await target((dir) => createDynamoDb({ dir }));
  client = new DynamoDBClient({ endpoint: cloud.endpoint, credentials, region });
  db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  TableName = await makeTable(client);
});

afterAll(async () => {
  try {
    await dropTable(client, TableName);
  } finally {
    client.destroy();
    await cloud.close();
  }
});

describe("a table", () => {
  it("is described with its keys, indexes and stream", async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    expect(Table).toMatchObject({
      TableName,
      TableStatus: "ACTIVE",
      BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
    });
    expect(Table?.LatestStreamArn).toBe(`${Table?.TableArn}/stream/${Table?.LatestStreamLabel}`);
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexStatus }) => IndexStatus)).toEqual([
      "ACTIVE",
      "ACTIVE",
      "ACTIVE",
    ]);
  });

  it("is listed", async () => {
    const { TableNames } = await client.send(
      new ListTablesCommand({ ExclusiveStartTableName: TableName.slice(0, -1) }),
    );
    expect(TableNames).toContain(TableName);
  });

  it("that does not exist is reported as not found", async () => {
    const missing = { TableName: `missing-${crypto.randomUUID()}` };
    await expect(client.send(new DescribeTableCommand(missing))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
    await expect(db.send(new GetCommand({ ...missing, Key: { pk: "a", sk: "b" } }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });

  it("reports its time-to-live setting, and refuses to set it to the same value again", async () => {
    const update = (Enabled: boolean, AttributeName = "ttl") =>
      client.send(
        new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } }),
      );
    const refusal = { name: "ValidationException" };
    await expect(update(false)).rejects.toMatchObject(refusal);
    const { TimeToLiveSpecification } = await update(true);
    expect(TimeToLiveSpecification).toEqual({ Enabled: true, AttributeName: "ttl" });
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription?.TimeToLiveStatus).toMatch(/^ENABL/);
    await expect(update(true)).rejects.toMatchObject(refusal);
    await expect(update(true, "other")).rejects.toMatchObject(refusal);
  });

  it("says whether it can be restored to a point in time", async () => {
    const { ContinuousBackupsDescription: backups } = await client.send(
      new DescribeContinuousBackupsCommand({ TableName }),
    );
    expect(backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus).toBe("DISABLED");
  });
});

describe("an item", () => {
  it("keeps every type of attribute", async () => {
    const Item = {
      pk: fresh(),
      sk: "types",
      text: "ü €",
      empty: "",
      number: -12.5,
      bytes: new Uint8Array([0, 1, 255]),
      yes: true,
      nothing: null,
      texts: new Set(["a", "b"]),
      numbers: new Set([1, 2]),
      list: [1, "two", [true]],
      map: { deep: { deeper: [{ x: 1 }] } },
    };
    await db.send(new PutCommand({ TableName, Item }));
    const { Item: read } = await db.send(
      new GetCommand({ TableName, Key: { pk: Item.pk, sk: Item.sk }, ConsistentRead: true }),
    );
    expect(read).toEqual(Item);
  });

  it("is written only when its condition holds; the refusal returns the stored item", async () => {
    const Item = { pk: fresh(), sk: "HEAD", seq: 1 };
    const put = (more: object) =>
      db.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)", ...more }));
    await put({});
    const failure = await put({ ReturnValuesOnConditionCheckFailure: "ALL_OLD" }).catch((error) => error);
    expect(failure).toBeInstanceOf(ConditionalCheckFailedException);
    expect(failure.Item).toEqual({ pk: { S: Item.pk }, sk: { S: "HEAD" }, seq: { N: "1" } });
    const silent = await put({}).catch((error) => error);
    expect(silent).toBeInstanceOf(ConditionalCheckFailedException);
    expect(silent.Item).toBeUndefined();
  });

  it("is updated by expressions on nested paths", async () => {
    const Key = { pk: fresh(), sk: "M" };
    await db.send(
      new PutCommand({ TableName, Item: { ...Key, map: { a: 1 }, list: [1], tags: new Set(["x"]), old: 1 } }),
    );
    const { Attributes } = await update({
      Key,
      UpdateExpression:
        "SET #map.b = if_not_exists(#map.b, :one), #list = list_append(#list, :two) ADD n :one REMOVE #old DELETE tags :x",
      ExpressionAttributeNames: { "#map": "map", "#list": "list", "#old": "old" },
      ExpressionAttributeValues: { ":one": 1, ":two": [2], ":x": new Set(["x"]) },
      ReturnValues: "ALL_NEW",
    });
    expect(Attributes).toEqual({ ...Key, map: { a: 1, b: 1 }, list: [1, 2], n: 1 });
  });

  it("counts every one of many concurrent updates", async () => {
    const Key = { pk: fresh(), sk: "C" };
    const add = () =>
      update({ Key, UpdateExpression: "ADD n :one", ExpressionAttributeValues: { ":one": 1 } });
    await Promise.all(Array.from({ length: 40 }, add));
    expect((await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item?.n).toBe(40);
  });

  it("is returned when it is deleted; deleting it again succeeds", async () => {
    const Item = { pk: fresh(), sk: "D", a: 1 };
    const Key = { pk: Item.pk, sk: Item.sk };
    await db.send(new PutCommand({ TableName, Item }));
    const remove = () => db.send(new DeleteCommand({ TableName, Key, ReturnValues: "ALL_OLD" }));
    expect((await remove()).Attributes).toEqual(Item);
    expect((await remove()).Attributes).toBeUndefined();
  });

  it.each([
    ["an empty key", { Item: { pk: { S: "" }, sk: { S: "x" } } }],
    ["a key of another type", { Item: { pk: { N: "1" }, sk: { S: "x" } } }],
    ["no sort key", { Item: { pk: { S: "x" } } }],
    ["more than 400 KB", { Item: { pk: { S: "x" }, sk: { S: "x" }, big: { S: "x".repeat(410_000) } } }],
    ["an index key of another type", { Item: { pk: { S: "x" }, sk: { S: "x" }, g1: { N: "1" } } }],
    [
      "an unused value",
      { Item: { pk: { S: "x" }, sk: { S: "x" } }, ExpressionAttributeValues: { ":a": { S: "a" } } },
    ],
    [
      "a reserved word",
      { Item: { pk: { S: "x" }, sk: { S: "x" } }, ConditionExpression: "attribute_exists(status)" },
    ],
  ])("is refused with %s", async (_, input) => {
    const put = client.send(new PutItemCommand({ TableName, ...input } as never));
    await expect(put).rejects.toMatchObject({ name: "ValidationException" });
  });
});

describe("a query", () => {
  it("reads a partition in order, forwards and backwards, page by page", async () => {
    const pk = fresh();
    const numbers = Array.from({ length: 25 }, (_, at) => at);
    await writeAll(numbers.map((at) => ({ pk, sk: `E#${String(at).padStart(3, "0")}`, at })));
    await writeAll([
      { pk, sk: "HEAD" },
      { pk: `${pk}0`, sk: "E#000" },
    ]);
    const events = {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :e)",
      ExpressionAttributeValues: { ":pk": pk, ":e": "E#" },
      Limit: 10,
      ConsistentRead: true,
    };
    expect((await queryAll(events)).map((item) => item.at)).toEqual(numbers);
    expect((await queryAll({ ...events, ScanIndexForward: false })).map((item) => item.at)).toEqual(
      numbers.toReversed(),
    );
    const after = await queryAll({
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      ExpressionAttributeValues: { ":pk": pk, ":from": "E#020", ":to": "E#022" },
    });
    expect(after.map((item) => item.at)).toEqual([20, 21, 22]);
  });

  it("filters after reading, and returns the requested attributes", async () => {
    const pk = fresh();
    await writeAll([1, 2, 3].map((n) => ({ pk, sk: `S#${n}`, n, kind: "x" })));
    const { Items, Count, ScannedCount } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :pk",
        FilterExpression: "n > :one",
        ProjectionExpression: "n",
        ExpressionAttributeValues: { ":pk": pk, ":one": 1 },
      }),
    );
    expect({ Items, Count, ScannedCount }).toEqual({
      Items: [{ n: 2 }, { n: 3 }],
      Count: 2,
      ScannedCount: 3,
    });
  });

  it("finds an item in an index only while it has the index's keys, at the position of its last change", async () => {
    const Key = { pk: fresh(), sk: "META" };
    const list = (status: string) =>
      eventually(() =>
        queryAll({
          IndexName: "gsi1",
          KeyConditionExpression: "g1 = :g",
          ExpressionAttributeValues: { ":g": `${Key.pk}#${status}` },
        }),
      );
    await db.send(new PutCommand({ TableName, Item: { ...Key, g1: `${Key.pk}#open`, g1s: "1", note: "n" } }));
    await list("open").toHaveLength(1);
    await update({
      Key,
      UpdateExpression: "SET g1 = :g",
      ExpressionAttributeValues: { ":g": `${Key.pk}#done` },
    });
    await list("open").toHaveLength(0);
    await list("done").toEqual([{ ...Key, g1: `${Key.pk}#done`, g1s: "1", note: "n" }]);
    await update({ Key, UpdateExpression: "REMOVE g1s" });
    await list("done").toHaveLength(0);
  });

  it("returns from an index only the projected attributes", async () => {
    const Item = {
      pk: fresh(),
      sk: "E#1",
      g2: fresh(),
      g2s: "1",
      g3: fresh(),
      g3s: "2",
      kind: "k",
      note: "n",
    };
    await db.send(new PutCommand({ TableName, Item }));
    const query = (name: "g2" | "g3") =>
      eventually(() =>
        queryAll({
          IndexName: `gsi${name.slice(1)}`,
          KeyConditionExpression: `${name} = :g`,
          ExpressionAttributeValues: { ":g": Item[name] },
        }),
      );
    await query("g2").toEqual([{ pk: Item.pk, sk: Item.sk, g2: Item.g2, g2s: "1" }]);
    await query("g3").toEqual([{ pk: Item.pk, sk: Item.sk, g3: Item.g3, g3s: "2", kind: "k" }]);
  });

  it("pages through items that share their index keys", async () => {
    const g1 = fresh();
    const items = Array.from({ length: 12 }, (_, at) => ({
      pk: fresh(),
      sk: `S#${at}`,
      g1,
      g1s: "same",
      at,
    }));
    await writeAll(items);
    const input = {
      IndexName: "gsi1",
      KeyConditionExpression: "g1 = :g",
      ExpressionAttributeValues: { ":g": g1 },
      Limit: 5,
    };
    for (const ScanIndexForward of [true, false])
      await eventually(async () =>
        (await queryAll({ ...input, ScanIndexForward })).map((item) => item.at).sort((a, b) => a - b),
      ).toEqual(items.map(({ at }) => at));
  });
});

describe("a batch", () => {
  it("writes and reads many items", async () => {
    const pk = fresh();
    const items = Array.from({ length: 25 }, (_, n) => ({ pk, sk: `B#${n}`, n }));
    await writeAll(items);
    const { Responses } = await db.send(
      new BatchGetCommand({
        RequestItems: {
          [TableName]: {
            Keys: [...items, { pk, sk: "missing" }].map(({ pk, sk }) => ({ pk, sk })),
            ConsistentRead: true,
          },
        },
      }),
    );
    expect(Responses?.[TableName]?.map(({ n }) => n).sort((a, b) => a - b)).toEqual(items.map(({ n }) => n));
  });

  it("refuses the same item twice", async () => {
    const request = { PutRequest: { Item: { pk: fresh(), sk: "x" } } };
    await expect(
      db.send(new BatchWriteCommand({ RequestItems: { [TableName]: [request, request] } })),
    ).rejects.toMatchObject({ name: "ValidationException" });
  });

  it("scan in parallel returns every item once", async () => {
    const pk = fresh();
    await writeAll(Array.from({ length: 20 }, (_, n) => ({ pk: `${pk}-${n}`, sk: "S", mark: pk })));
    const segments = await Promise.all([0, 1, 2].map((Segment) => scanAll(pk, Segment, 3)));
    const found = segments.flat().map((item) => item.pk);
    expect(found.toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => `${pk}-${n}`).sort());
  });
});

describe("a transaction", () => {
  it("writes everything or nothing, and returns a reason for each action", async () => {
    const pk = fresh();
    const head = { pk, sk: "HEAD", seq: 1 };
    await db.send(new PutCommand({ TableName, Item: head }));
    const failure = await transact([
      { Put: { TableName, Item: { pk, sk: "E#1" } } },
      {
        Update: {
          TableName,
          Key: { pk, sk: "HEAD" },
          UpdateExpression: "SET seq = :two",
          ConditionExpression: "seq = :zero",
          ExpressionAttributeValues: { ":two": 2, ":zero": 0 },
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        },
      },
      { Delete: { TableName, Key: { pk, sk: "X" }, ConditionExpression: "attribute_exists(pk)" } },
    ]).catch((error) => error);
    expect(failure.name).toBe("TransactionCanceledException");
    expect(failure.CancellationReasons).toEqual([
      { Code: "None" },
      {
        Code: "ConditionalCheckFailed",
        Message: "The conditional request failed",
        Item: { pk: { S: pk }, sk: { S: "HEAD" }, seq: { N: "1" } },
      },
      { Code: "ConditionalCheckFailed", Message: "The conditional request failed" },
    ]);
    expect(
      await queryAll({
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": pk },
        ConsistentRead: true,
      }),
    ).toEqual([head]);
  });

  it("appends to an aggregate in one go: head, event and check", async () => {
    const pk = fresh();
    await writeAll([
      { pk, sk: "HEAD", seq: 1 },
      { pk, sk: "OPEN" },
      { pk, sk: "LOCK" },
    ]);
    await transact([
      {
        Update: {
          TableName,
          Key: { pk, sk: "HEAD" },
          UpdateExpression: "SET seq = :two",
          ConditionExpression: "seq = :one",
          ExpressionAttributeValues: { ":one": 1, ":two": 2 },
        },
      },
      { Put: { TableName, Item: { pk, sk: "E#2" }, ConditionExpression: "attribute_not_exists(pk)" } },
      { Delete: { TableName, Key: { pk, sk: "LOCK" } } },
      { ConditionCheck: { TableName, Key: { pk, sk: "OPEN" }, ConditionExpression: "attribute_exists(pk)" } },
    ]);
    const items = await queryAll({
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": pk },
      ConsistentRead: true,
    });
    expect(items).toEqual([
      { pk, sk: "E#2" },
      { pk, sk: "HEAD", seq: 2 },
      { pk, sk: "OPEN" },
    ]);
  });

  it("that 50 callers attempt at once succeeds for one", async () => {
    const pk = fresh();
    const attempts = Array.from({ length: 50 }, (_, n) =>
      transact([
        {
          Put: { TableName, Item: { pk, sk: "DEC", by: n }, ConditionExpression: "attribute_not_exists(pk)" },
        },
        { Put: { TableName, Item: { pk, sk: `E#${n}` } } },
      ]),
    );
    const settled = await Promise.allSettled(attempts);
    const winners = settled.flatMap(({ status }, n) => (status === "fulfilled" ? [n] : []));
    expect(winners).toHaveLength(1);
    const items = await queryAll({
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": pk },
      ConsistentRead: true,
    });
    expect(items).toEqual([
      { pk, sk: "DEC", by: winners[0] },
      { pk, sk: `E#${winners[0]}` },
    ]);
  });

  it("runs once for one token, and refuses the token for another request", async () => {
    const Key = { pk: fresh(), sk: "C" };
    const ClientRequestToken = crypto.randomUUID();
    const add = (n: number) =>
      transact(
        [
          {
            Update: { TableName, Key, UpdateExpression: "ADD n :n", ExpressionAttributeValues: { ":n": n } },
          },
        ],
        { ClientRequestToken },
      );
    await add(1);
    await add(1);
    await expect(add(2)).rejects.toMatchObject({ name: "IdempotentParameterMismatchException" });
    expect((await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item?.n).toBe(1);
  });

  it("can be repeated with its token after it was cancelled", async () => {
    const Key = { pk: fresh(), sk: "C" };
    const ClientRequestToken = crypto.randomUUID();
    const check = () =>
      transact([{ ConditionCheck: { TableName, Key, ConditionExpression: "attribute_exists(pk)" } }], {
        ClientRequestToken,
      });
    await expect(check()).rejects.toMatchObject({ name: "TransactionCanceledException" });
    await db.send(new PutCommand({ TableName, Item: Key }));
    await check();
  });

  it("is cancelled by an update that does not fit the item's types", async () => {
    const Key = { pk: fresh(), sk: "C" };
    await db.send(new PutCommand({ TableName, Item: { ...Key, n: "text" } }));
    const failure = await transact([
      { Put: { TableName, Item: { pk: Key.pk, sk: "other" } } },
      { Update: { TableName, Key, UpdateExpression: "ADD n :n", ExpressionAttributeValues: { ":n": 1 } } },
    ]).catch((error) => error);
    expect(failure.CancellationReasons?.map(({ Code }: { Code: string }) => Code)).toEqual([
      "None",
      "ValidationError",
    ]);
  });

  it("is refused with the same item twice, with two actions in one, and with more than 100 actions", async () => {
    const Put = { TableName, Item: { pk: fresh(), sk: "x" } };
    const Delete = { TableName, Key: Put.Item };
    const refusal = { name: "ValidationException" };
    await expect(transact([{ Put }, { Delete }])).rejects.toMatchObject(refusal);
    await expect(transact([{ Put, Delete } as never])).rejects.toMatchObject(refusal);
    const many = Array.from({ length: 101 }, (_, n) => ({
      Put: { TableName, Item: { pk: Put.Item.pk, sk: `${n}` } },
    }));
    await expect(transact(many)).rejects.toMatchObject(refusal);
    expect(await transact(many.slice(0, 100))).toBeDefined();
  });

  it("reads items as of one moment", async () => {
    const pk = fresh();
    await writeAll([
      { pk, sk: "A", n: 1, note: "x" },
      { pk, sk: "B", n: 2 },
    ]);
    const { Responses } = await db.send(
      new TransactGetCommand({
        TransactItems: [
          { Get: { TableName, Key: { pk, sk: "A" }, ProjectionExpression: "n" } },
          { Get: { TableName, Key: { pk, sk: "missing" } } },
          { Get: { TableName, Key: { pk, sk: "B" } } },
        ],
      }),
    );
    expect(Responses).toEqual([{ Item: { n: 1 } }, {}, { Item: { pk, sk: "B", n: 2 } }]);
  });

  it("never shows half of its changes to a reading transaction", async () => {
    const pk = fresh();
    const both = (n: number) =>
      transact(["A", "B"].map((sk) => ({ Put: { TableName, Item: { pk, sk, n } } })));
    await both(0);
    const writing = (async () => {
      for (let n = 1; n <= 15; n++) await both(n);
    })();
    for (let round = 0; round < 15; round++) {
      const { Responses } = await db.send(
        new TransactGetCommand({
          TransactItems: ["A", "B"].map((sk) => ({ Get: { TableName, Key: { pk, sk } } })),
        }),
      );
      expect(Responses?.[0]?.Item?.n).toBe(Responses?.[1]?.Item?.n);
    }
    await writing;
  });
});

/** A partition that no other test has. */
function fresh(): string {
  return `T#${crypto.randomUUID()}`;
}

function update(input: Omit<UpdateCommandInput, "TableName">) {
  return db.send(new UpdateCommand({ TableName, ...input }));
}

function transact(TransactItems: TransactWriteCommandInput["TransactItems"], more: object = {}) {
  return db.send(new TransactWriteCommand({ TransactItems, ...more }));
}

async function writeAll(items: Record<string, unknown>[]): Promise<void> {
  const requests = items.map((Item) => ({ PutRequest: { Item } }));
  await db.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }));
}

async function queryAll(input: Omit<QueryCommandInput, "TableName">): Promise<Record<string, any>[]> {
  const items: Record<string, any>[] = [];
  let ExclusiveStartKey: QueryCommandInput["ExclusiveStartKey"];
  do {
    const page = await db.send(new QueryCommand({ TableName, ...input, ExclusiveStartKey }));
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}

async function scanAll(mark: string, Segment: number, TotalSegments: number): Promise<Record<string, any>[]> {
  const items: Record<string, any>[] = [];
  let ExclusiveStartKey: Record<string, any> | undefined;
  do {
    const page = await db.send(
      new ScanCommand({
        TableName,
        Segment,
        TotalSegments,
        Limit: 50,
        ConsistentRead: true,
        FilterExpression: "mark = :mark",
        ExpressionAttributeValues: { ":mark": mark },
        ExclusiveStartKey,
      }),
    );
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}

/** An index follows its table a little later. */
function eventually<T>(read: () => Promise<T>) {
  const until = async (assert: (value: T) => void) => {
    for (const longest = limit(30); ; await sleep(50)) {
      const value = await read();
      try {
        return assert(value);
      } catch (error) {
        if (longest.over()) throw error;
      }
    }
  };
  return {
    toHaveLength: (length: number) => until((value) => expect(value).toHaveLength(length)),
    toEqual: (expected: unknown) => until((value) => expect(value).toEqual(expected)),
  };
}
