import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createDynamoDb } from "#local-cloud/dynamodb/dynamodb.ts";
import { limit } from "#test/support/limits.ts";
import { dropTable, makeTable } from "./dynamodb-table.ts";
import { streamsClient } from "./streams-client.ts";
import { credentials, region, type Target, target } from "./target.ts";

let cloud: Target;
let client: DynamoDBClient;
let db: DynamoDBDocumentClient;
let streams: ReturnType<typeof streamsClient>;
const tables: string[] = [];

beforeAll(async () => {
  cloud = await target((dir) => createDynamoDb({ dir }));
  client = new DynamoDBClient({ endpoint: cloud.endpoint, credentials, region });
  db = DynamoDBDocumentClient.from(client);
  streams = streamsClient(cloud.endpoint);
});

afterAll(async () => {
  try {
    for (const table of tables) await dropTable(client, table);
  } finally {
    client.destroy();
    await cloud.close();
  }
});

describe("a stream", () => {
  it("contains each effective change of an item, in order, with the requested images", async () => {
    const { TableName, iterator, arn } = await streaming("NEW_AND_OLD_IMAGES");
    const Key = { pk: "p", sk: "s" };
    await db.send(new PutCommand({ TableName, Item: { ...Key, n: 1 } }));
    await db.send(new PutCommand({ TableName, Item: { ...Key, n: 1 } }));
    await db.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: "SET n = :n",
        ExpressionAttributeValues: { ":n": 2 },
      }),
    );
    await db.send(new DeleteCommand({ TableName, Key }));
    await db.send(new DeleteCommand({ TableName, Key }));

    const records = await readAll(await iterator("TRIM_HORIZON"), 3);
    const keys = { pk: { S: "p" }, sk: { S: "s" } };
    expect(records.map((record) => record.eventName)).toEqual(["INSERT", "MODIFY", "REMOVE"]);
    expect(records.map((record) => record.dynamodb.Keys)).toEqual([keys, keys, keys]);
    expect(records.map(({ dynamodb: { NewImage, OldImage } }) => [OldImage?.n, NewImage?.n])).toEqual([
      [undefined, { N: "1" }],
      [{ N: "1" }, { N: "2" }],
      [{ N: "2" }, undefined],
    ]);
    expect(records[0]).toMatchObject({
      eventSource: "aws:dynamodb",
      awsRegion: arn.split(":")[3],
      dynamodb: { StreamViewType: "NEW_AND_OLD_IMAGES", SizeBytes: expect.any(Number) },
    });
    const sequences = records.map((record) => BigInt(record.dynamodb.SequenceNumber));
    expect(sequences).toEqual(sequences.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it("can be read from any record, starting at it or after it", async () => {
    const { TableName, iterator } = await streaming("KEYS_ONLY");
    await db.send(
      new TransactWriteCommand({
        TransactItems: ["a", "b", "c"].map((sk) => ({ Put: { TableName, Item: { pk: "p", sk, n: 1 } } })),
      }),
    );
    const all = await readAll(await iterator("TRIM_HORIZON"), 3);
    expect(all[0].dynamodb).not.toHaveProperty("NewImage");
    const { SequenceNumber } = all[1].dynamodb;
    const names = (records: any[]) => records.map((record) => record.dynamodb.SequenceNumber);
    expect(names(await readAll(await iterator("AT_SEQUENCE_NUMBER", SequenceNumber), 2))).toEqual(
      names(all.slice(1)),
    );
    expect(names(await readAll(await iterator("AFTER_SEQUENCE_NUMBER", SequenceNumber), 1))).toEqual(
      names(all.slice(2)),
    );
  });

  it("read from LATEST contains only later changes", async () => {
    const { TableName, iterator } = await streaming("NEW_IMAGE");
    await db.send(new PutCommand({ TableName, Item: { pk: "p", sk: "before" } }));
    const latest = await iterator("LATEST");
    await db.send(new PutCommand({ TableName, Item: { pk: "p", sk: "after" } }));
    const records = await readAll(latest, 1);
    expect(records.map((record) => record.dynamodb.NewImage.sk.S)).toEqual(["after"]);
  });

  it("is listed under its table", async () => {
    const { TableName, arn } = await streaming("NEW_IMAGE");
    const { body } = await streams("ListStreams", { TableName });
    expect(body.Streams).toEqual([{ StreamArn: arn, TableName, StreamLabel: arn.split("/stream/")[1] }]);
  });

  it("that does not exist is reported as not found", async () => {
    const { arn } = await streaming("NEW_IMAGE");
    const { status, body } = await streams("DescribeStream", { StreamArn: `${arn.slice(0, -1)}x` });
    expect(status).toBe(400);
    expect(body.__type).toMatch(/#(ResourceNotFoundException|ValidationException)$/);
  });
});

/** A table with a stream, and how to get an iterator of its one shard. */
async function streaming(view: "KEYS_ONLY" | "NEW_IMAGE" | "NEW_AND_OLD_IMAGES") {
  const TableName = await makeTable(client, view);
  tables.push(TableName);
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const arn = Table!.LatestStreamArn!;
  const { body } = await streams("DescribeStream", { StreamArn: arn });
  expect(body.StreamDescription).toMatchObject({ TableName, StreamStatus: "ENABLED", StreamViewType: view });
  const [{ ShardId }] = body.StreamDescription.Shards;
  const iterator = async (ShardIteratorType: string, SequenceNumber?: string): Promise<string> => {
    const answer = await streams("GetShardIterator", {
      StreamArn: arn,
      ShardId,
      ShardIteratorType,
      SequenceNumber,
    });
    return answer.body.ShardIterator;
  };
  return { TableName, arn, iterator };
}

/** Reads until `count` records have come, and once more to see that none follows. */
async function readAll(from: string, count: number): Promise<any[]> {
  const records: any[] = [];
  let ShardIterator: string | undefined = from;
  for (const longest = limit(30); ShardIterator && !longest.over(); ) {
    const { body } = await streams("GetRecords", { ShardIterator, Limit: 2 });
    if (records.length >= count && !body.Records.length) break;
    records.push(...body.Records);
    ShardIterator = body.NextShardIterator;
    if (!body.Records.length) await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return records;
}
