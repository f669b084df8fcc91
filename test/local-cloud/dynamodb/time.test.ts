import { UpdateTimeToLiveCommand } from "@aws-sdk/client-dynamodb";
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { StreamRecord } from "#local-cloud/dynamodb/streams/stream-record.ts";
import { until } from "#test/support/limits.ts";
import { makeTable } from "../../cloud/dynamodb-table.ts";
import { call, served, temporaryDir } from "./served.ts";

const HOUR = 3600;
let clock: number;
let here: Awaited<ReturnType<typeof served>>;
let folder: ReturnType<typeof temporaryDir>;
let TableName: string;

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 1);
  folder = temporaryDir();
  here = await served({ dir: folder.dir, now: () => clock, sweepMs: 10 });
  TableName = await makeTable(here.client, "NEW_IMAGE");
});

afterEach(async () => {
  await here.close();
  folder.remove();
});

describe("an item with a time to live", () => {
  it("is deleted when it has expired, also from its index, and the stream names the service as the cause", async () => {
    await enable();
    await put({ sk: "soon", ttl: seconds(1), g1: "list", g1s: "1" });
    await put({ sk: "later", ttl: seconds(3 * HOUR), g1: "list", g1s: "2" });
    await put({ sk: "never", ttl: "text", g1: "list", g1s: "3" });
    clock += HOUR * 1000;
    const removal = await nextRecord("REMOVE");
    expect(removal.dynamodb.Keys.sk).toEqual({ S: "soon" });
    expect(removal.userIdentity).toEqual({ type: "Service", principalId: "dynamodb.amazonaws.com" });
    const { Items } = await here.db.send(
      new QueryCommand({
        TableName,
        IndexName: "gsi1",
        KeyConditionExpression: "g1 = :g",
        ExpressionAttributeValues: { ":g": "list" },
      }),
    );
    expect(Items?.map(({ sk }) => sk)).toEqual(["later", "never"]);
  });

  it("remains when its expiry was postponed", async () => {
    await enable();
    await put({ sk: "prolonged", ttl: seconds(1) });
    await here.db.send(
      new UpdateCommand({
        TableName,
        Key: { pk: "p", sk: "prolonged" },
        UpdateExpression: "SET #ttl = :later",
        ExpressionAttributeNames: { "#ttl": "ttl" },
        ExpressionAttributeValues: { ":later": seconds(3 * HOUR) },
      }),
    );
    await put({ sk: "witness", ttl: seconds(2) });
    clock += HOUR * 1000;
    expect((await nextRecord("REMOVE")).dynamodb.Keys.sk).toEqual({ S: "witness" });
    expect(await get("prolonged")).toBeDefined();
  });

  it("is deleted too when it existed before the table had a time to live", async () => {
    await put({ sk: "old", ttl: seconds(1) });
    await enable();
    clock += HOUR * 1000;
    expect((await nextRecord("REMOVE")).dynamodb.Keys.sk).toEqual({ S: "old" });
  });

  it("remains when its expiry is more than five years ago", async () => {
    await enable();
    await put({ sk: "ancient", ttl: seconds(-6 * 365 * 24 * HOUR) });
    await put({ sk: "witness", ttl: seconds(1) });
    clock += HOUR * 1000;
    await nextRecord("REMOVE");
    expect(await get("ancient")).toMatchObject({ sk: "ancient" });
  });
});

describe("the local DynamoDB over time", () => {
  it("trims a stream after 24 hours, and sequence numbers keep rising", async () => {
    const stream = here.service.stream(TableName);
    await put({ sk: "old", n: 1 });
    const [old] = await stream.read(undefined, 10);
    clock += 25 * HOUR * 1000;
    await put({ sk: "new", n: 1 });
    await until(async () => (await stream.read(undefined, 10)).length === 1);
    const [fresh] = await stream.read(undefined, 10);
    expect(fresh?.dynamodb.Keys.sk).toEqual({ S: "new" });
    expect(fresh!.dynamodb.SequenceNumber > old!.dynamodb.SequenceNumber).toBe(true);
    const at = { ShardIteratorType: "AT_SEQUENCE_NUMBER", SequenceNumber: old!.dynamodb.SequenceNumber };
    const answer = await call(here.endpoint, "DynamoDBStreams_20120810.GetShardIterator", {
      StreamArn: fresh!.eventSourceARN,
      ShardId: "shardId-00000000000000000001-00000001",
      ...at,
    });
    expect(answer.body.__type).toMatch(/#TrimmedDataAccessException$/);
  });

  it("expires an iterator after 15 minutes", async () => {
    await put({ sk: "a", n: 1 });
    const [{ eventSourceARN: StreamArn } = { eventSourceARN: "" }] = await here.service
      .stream(TableName)
      .read(undefined, 1);
    const { body } = await call(here.endpoint, "DynamoDBStreams_20120810.GetShardIterator", {
      StreamArn,
      ShardId: "shardId-00000000000000000001-00000001",
      ShardIteratorType: "TRIM_HORIZON",
    });
    clock += 16 * 60 * 1000;
    const answer = await call(here.endpoint, "DynamoDBStreams_20120810.GetRecords", body);
    expect(answer.body.__type).toMatch(/#ExpiredIteratorException$/);
  });

  it("forgets the token of a transaction after 10 minutes", async () => {
    const ClientRequestToken = "token";
    const add = () =>
      here.db.send(
        new TransactWriteCommand({
          ClientRequestToken,
          TransactItems: [
            {
              Update: {
                TableName,
                Key: { pk: "p", sk: "n" },
                UpdateExpression: "ADD n :n",
                ExpressionAttributeValues: { ":n": 1 },
              },
            },
          ],
        }),
      );
    await add();
    clock += 9 * 60 * 1000;
    await add();
    expect((await get("n"))?.n).toBe(1);
    clock += 2 * 60 * 1000;
    await add();
    expect((await get("n"))?.n).toBe(2);
  });
});

function seconds(fromNow: number): number {
  return clock / 1000 + fromNow;
}

function enable() {
  const TimeToLiveSpecification = { Enabled: true, AttributeName: "ttl" };
  return here.client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
}

function put(item: Record<string, unknown>) {
  return here.db.send(new PutCommand({ TableName, Item: { pk: "p", ...item } }));
}

async function get(sk: string) {
  return (await here.db.send(new GetCommand({ TableName, Key: { pk: "p", sk } }))).Item;
}

async function nextRecord(eventName: StreamRecord["eventName"]): Promise<StreamRecord> {
  return until(async () => {
    const records = await here.service.stream(TableName).read(undefined, 100);
    return records.find((record) => record.eventName === eventName);
  });
}
