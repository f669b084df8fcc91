import { createHash } from "node:crypto";
import {
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  type UpdateTableCommandInput,
} from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createDynamoDb } from "#local-cloud/dynamodb/dynamodb.ts";
import { dropTable, makeTable } from "../../cloud/dynamodb-table.ts";
import { call, served, temporaryDir } from "./served.ts";

let here: Awaited<ReturnType<typeof served>>;
const folder = temporaryDir();
let TableName: string;

beforeAll(async () => {
  here = await served({ dir: folder.dir });
  TableName = await makeTable(here.client, "NEW_IMAGE");
});

afterAll(async () => {
  await here.close();
  folder.remove();
});

describe("the data folder of DynamoDB", () => {
  it("is used by one process at a time", async () => {
    await expect(createDynamoDb({ dir: folder.dir })).rejects.toThrow(/in use by another process/);
  });

  it("keeps tables, items, tokens and streams over a restart", async () => {
    const { dir, remove } = temporaryDir();
    const first = await served({ dir });
    const table = await makeTable(first.client);
    const write = (n: number) =>
      new TransactWriteCommand({
        ClientRequestToken: "once",
        TransactItems: [{ Put: { TableName: table, Item: { pk: "p", sk: "s", n } } }],
      });
    await first.db.send(write(1));
    await first.close();
    const second = await served({ dir });
    try {
      expect(
        (await second.db.send(new GetCommand({ TableName: table, Key: { pk: "p", sk: "s" } }))).Item?.n,
      ).toBe(1);
      await expect(second.db.send(write(2))).rejects.toMatchObject({
        name: "IdempotentParameterMismatchException",
      });
      const [record, ...others] = await second.service.stream(table).read(undefined, 10);
      expect([record?.eventName, others]).toEqual(["INSERT", []]);
      await second.db.send(new PutCommand({ TableName: table, Item: { pk: "p", sk: "t" } }));
      const [next] = await second.service.stream(table).read(record!.dynamodb.SequenceNumber, 10);
      expect(next?.dynamodb.Keys.sk).toEqual({ S: "t" });
    } finally {
      await second.close();
      remove();
    }
  });

  it("keeps nothing of a deleted table", async () => {
    const table = await makeTable(here.client);
    await here.db.send(new PutCommand({ TableName: table, Item: { pk: "p", sk: "s", g1: "g", g1s: "1" } }));
    await dropTable(here.client, table);
    await expect(here.service.stream(table).read(undefined, 1)).rejects.toMatchObject({
      code: "ResourceNotFoundException",
    });
    await expect(
      here.db.send(new GetCommand({ TableName: table, Key: { pk: "p", sk: "s" } })),
    ).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });
});

describe("the stream within the process", () => {
  it("returns records in Lambda's form, and notifies about new ones", async () => {
    const stream = here.service.stream(TableName);
    const before = (await stream.read(undefined, 1000)).at(-1)?.dynamodb.SequenceNumber;
    let calls = 0;
    const stop = stream.onChange(() => calls++);
    await here.db.send(new PutCommand({ TableName, Item: { pk: "stream", sk: "1", n: 1 } }));
    await here.db.send(new PutCommand({ TableName, Item: { pk: "stream", sk: "1", n: 1 } }));
    expect(calls).toBe(1);
    stop();
    await here.db.send(new PutCommand({ TableName, Item: { pk: "stream", sk: "2" } }));
    expect(calls).toBe(1);
    const [first, ...others] = await stream.read(before, 1);
    expect(others).toEqual([]);
    expect(first).toEqual({
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: "INSERT",
      eventVersion: "1.1",
      eventSource: "aws:dynamodb",
      awsRegion: "us-east-1",
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { pk: { S: "stream" }, sk: { S: "1" } },
        NewImage: { pk: { S: "stream" }, sk: { S: "1" }, n: { N: "1" } },
        SequenceNumber: expect.stringMatching(/^\d{21}$/),
        SizeBytes: expect.any(Number),
        StreamViewType: "NEW_IMAGE",
      },
      eventSourceARN: expect.stringMatching(/^arn:aws:dynamodb:us-east-1:000000000000:table\/.*\/stream\//),
    });
    expect(await stream.read(first!.dynamodb.SequenceNumber, 10)).toHaveLength(1);
  });
});

describe("an index of the local DynamoDB", () => {
  it("keeps items apart whose keys have the same hash", async () => {
    const [first, second] = collidingKeys();
    for (const pk of [first, second])
      await here.db.send(new PutCommand({ TableName, Item: { pk, sk: "S", g1: "alike", g1s: "same" } }));
    const query = { TableName, IndexName: "gsi1", KeyConditionExpression: "g1 = :g", Limit: 1 };
    const found: string[] = [];
    let ExclusiveStartKey: Record<string, any> | undefined;
    do {
      const page = await here.db.send(
        new QueryCommand({ ...query, ExpressionAttributeValues: { ":g": "alike" }, ExclusiveStartKey }),
      );
      found.push(...(page.Items ?? []).map(({ pk }) => pk));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey && found.length < 5);
    expect(found.sort()).toEqual([first, second].sort());
  });
});

describe("a table that is updated", () => {
  it("gets an index with the existing items, and loses it", async () => {
    const table = await makeTable(here.client);
    await put(table, { pk: "p", sk: "1", owner: "a" });
    await put(table, { pk: "p", sk: "2", owner: "b" });
    await put(table, { pk: "p", sk: "3" });
    await put(table, { pk: "p", sk: "4", owner: 4 });
    await change(table, {
      AttributeDefinitions: [{ AttributeName: "owner", AttributeType: "S" }],
      GlobalSecondaryIndexUpdates: [
        {
          Create: {
            IndexName: "by-owner",
            KeySchema: [{ AttributeName: "owner", KeyType: "HASH" }],
            Projection: { ProjectionType: "ALL" },
          },
        },
      ],
    });
    await put(table, { pk: "p", sk: "2", owner: "a" });
    const query = () =>
      here.db.send(
        new QueryCommand({
          TableName: table,
          IndexName: "by-owner",
          KeyConditionExpression: "#owner = :a",
          ExpressionAttributeNames: { "#owner": "owner" },
          ExpressionAttributeValues: { ":a": "a" },
        }),
      );
    expect((await query()).Items?.map(({ sk }) => sk).sort()).toEqual(["1", "2"]);
    await change(table, { GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: "by-owner" } }] });
    await expect(query()).rejects.toMatchObject({ name: "ValidationException" });
  });

  it("cannot be deleted while it is protected", async () => {
    const table = await makeTable(here.client);
    await change(table, { DeletionProtectionEnabled: true });
    await expect(dropTable(here.client, table)).rejects.toMatchObject({ name: "ValidationException" });
    await change(table, { DeletionProtectionEnabled: false });
    await dropTable(here.client, table);
  });
});

describe("an unsupported request to DynamoDB", () => {
  it.each([
    ["DynamoDB_20120810.ExecuteStatement", { Statement: "SELECT * FROM x" }, "UnknownOperationException"],
    ["DynamoDB_20120810.GetRecords", {}, "UnknownOperationException"],
    ["DynamoDB_20120810.GetItem", "{", "SerializationException"],
    ["DynamoDB_20120810.GetItem", "[]", "SerializationException"],
  ])("%s of %j is refused with %s%s", async (target, input, name) => {
    const { status, body } = await call(here.endpoint, target, input);
    expect([status, body.__type.split("#")[1]]).toEqual([400, name]);
  });

  it.each([
    ["PutItem", { TableName: "abc", Item: { pk: { S: "a" } }, Wished: 1 }, "Wished"],
    ["UpdateTable", { TableName: "abc", StreamSpecification: {} }, "StreamSpecification"],
    ["CreateTable", { TableName: "abc", SSESpecification: { Enabled: true } }, "SSESpecification"],
    [
      "CreateTable",
      { TableName: "abc", KeySchema: [{ AttributeName: "a", Extra: 1 }] },
      "KeySchema[0].Extra",
    ],
    [
      "TransactWriteItems",
      { TransactItems: [{ Put: { TableName: "abc", ReturnValues: "ALL_OLD" } }] },
      "TransactItems[0].Put.ReturnValues",
    ],
  ])("to %s with an unknown member is refused with its name", async (operation, input, member) => {
    const { status, body } = await call(here.endpoint, `DynamoDB_20120810.${operation}`, input);
    expect(status).toBe(400);
    expect(body.__type).toMatch(/#ValidationException$/);
    expect(body.message).toContain(member);
  });

  it("for point-in-time recovery is refused", async () => {
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
    await expect(
      here.client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification })),
    ).rejects.toMatchObject({ name: "ContinuousBackupsUnavailableException" });
  });

  it("that causes an unexpected error is an InternalServerError, and the process continues", async () => {
    const { dir, remove } = temporaryDir();
    const broken = await served({ dir });
    const table = await makeTable(broken.client);
    await broken.service.close();
    const put = broken.db.send(new PutCommand({ TableName: table, Item: { pk: "p", sk: "s" } }));
    await expect(put).rejects.toMatchObject({
      name: "InternalServerError",
      $metadata: { httpStatusCode: 500 },
    });
    await broken.close().catch(() => {});
    remove();
  });
});

function put(table: string, Item: Record<string, unknown>) {
  return here.db.send(new PutCommand({ TableName: table, Item }));
}

function change(table: string, update: Omit<UpdateTableCommandInput, "TableName">) {
  return here.client.send(new UpdateTableCommand({ TableName: table, ...update }));
}

/** Two partition keys whose entries in an index dynalite would give the same key (24 bits of a hash). */
function collidingKeys(): [string, string] {
  const seen = new Map<string, string>();
  for (let n = 0; ; n++) {
    const pk = `key-${n}`;
    const hash = createHash("md5").update(`Outliers${pk}S`).digest("hex").slice(0, 6);
    const other = seen.get(hash);
    if (other) return [other, pk];
    seen.set(hash, pk);
  }
}
