import { BatchGetItemCommand, DescribeTableCommand, TransactGetItemsCommand } from "@aws-sdk/client-dynamodb";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import {
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TENANT_ROLE } from "#local/tenant-role.ts";
import { ARTIFACT_BUCKET, EVIDENCE_BUCKET, TABLE } from "#local/topology.ts";
import { region } from "../../cloud/target.ts";
import { type DataClients, type DataCloud, startDataCloud } from "./data-cloud.ts";

let cloud: DataCloud;
let one: Awaited<ReturnType<DataCloud["sessionOf"]>>;

const item = (pk: string) => ({
  pk,
  sk: "META",
  g1: `${pk}#L#X#open#0`,
  g1s: "now",
  g2: `${pk}#K#c`,
  g2s: "now",
  g3: `${pk}#Y#mission#20261121#0`,
  g3s: "now",
});
const put = (pk: string) => ({ TableName: TABLE, Item: item(pk) });
const key = (pk: string) => ({ TableName: TABLE, Key: { pk, sk: "META" } });
const wire = (pk: string) => ({ pk: { S: pk }, sk: { S: "META" } });
const query = (name: string, pk: string, IndexName?: string) => ({
  TableName: TABLE,
  IndexName,
  KeyConditionExpression: "#h = :h",
  ExpressionAttributeNames: { "#h": name },
  ExpressionAttributeValues: { ":h": pk },
});

beforeAll(async () => {
  cloud = await startDataCloud();
  one = await cloud.sessionOf("tn_1");
  for (const pk of [
    "T#tn_1",
    "T#tn_1#execution#m",
    "T#tn_10",
    "T#tn_10#execution#m",
    "T#tn_2#execution#m",
    "G#KEY#abc",
  ])
    await cloud.owner.table.send(new PutCommand(put(pk)));
  for (const tenant of ["tn_1", "tn_10", "tn_2"])
    for (const Bucket of [ARTIFACT_BUCKET, EVIDENCE_BUCKET])
      await cloud.owner.s3.send(new PutObjectCommand({ Bucket, Key: `t/${tenant}/a`, Body: tenant }));
  await cloud.owner.s3.send(
    new PutObjectCommand({ Bucket: ARTIFACT_BUCKET, Key: "layers/a", Body: "layer" }),
  );
});

afterAll(() => cloud.close());

/** Every way to an item that the service has, for a session whose tenant it is not. */
const WAYS: readonly [string, (clients: DataClients, pk: string) => Promise<unknown>][] = [
  ["GetItem", ({ table }, pk) => table.send(new GetCommand(key(pk)))],
  ["PutItem", ({ table }, pk) => table.send(new PutCommand(put(pk)))],
  ["DeleteItem", ({ table }, pk) => table.send(new DeleteCommand(key(pk)))],
  [
    "UpdateItem",
    ({ table }, pk) => table.send(new UpdateCommand({ ...key(pk), UpdateExpression: "REMOVE g2" })),
  ],
  ["Query", ({ table }, pk) => table.send(new QueryCommand(query("pk", pk)))],
  [
    "Query of an index",
    ({ table }, pk) => table.send(new QueryCommand(query("g1", `${pk}#L#X#open#0`, "gsi1"))),
  ],
  ["Query of a timeline", ({ table }, pk) => table.send(new QueryCommand(query("g2", `${pk}#K#c`, "gsi2")))],
  [
    "Query of a feed",
    ({ table }, pk) => table.send(new QueryCommand(query("g3", `${pk}#Y#mission#20261121#0`, "gsi3"))),
  ],
  [
    "Query with the older conditions",
    ({ table }, pk) =>
      table.send(
        new QueryCommand({
          TableName: TABLE,
          KeyConditions: { pk: { ComparisonOperator: "EQ", AttributeValueList: [pk] } },
        }),
      ),
  ],
  [
    "a write in a transaction behind an own one",
    ({ table }, pk) =>
      table.send(
        new TransactWriteCommand({ TransactItems: [{ Put: put("T#tn_1#execution#n") }, { Put: put(pk) }] }),
      ),
  ],
  [
    "a delete in a transaction",
    ({ table }, pk) =>
      table.send(
        new TransactWriteCommand({
          TransactItems: [{ Put: put("T#tn_1#execution#n") }, { Delete: key(pk) }],
        }),
      ),
  ],
  [
    "a check in a transaction",
    ({ table }, pk) =>
      table.send(
        new TransactWriteCommand({
          TransactItems: [{ ConditionCheck: { ...key(pk), ConditionExpression: "attribute_exists(pk)" } }],
        }),
      ),
  ],
  [
    "a read in a transaction",
    ({ table }, pk) =>
      table.send(
        new TransactGetItemsCommand({ TransactItems: [{ Get: { TableName: TABLE, Key: wire(pk) } }] }),
      ),
  ],
  [
    "BatchGetItem",
    ({ table }, pk) =>
      table.send(new BatchGetItemCommand({ RequestItems: { [TABLE]: { Keys: [wire(pk)] } } })),
  ],
  [
    "BatchWriteItem",
    ({ table }, pk) =>
      table.send(new BatchWriteCommand({ RequestItems: { [TABLE]: [{ PutRequest: { Item: item(pk) } }] } })),
  ],
];

describe("a session of one tenant in the table", () => {
  const others = ["T#tn_10", "T#tn_10#execution#m", "T#tn_2#execution#m", "G#KEY#abc", "T#tn_1x", "T#"];
  it.each(WAYS)("is refused items of others: %s", async (_, go) => {
    for (const pk of others)
      await expect(go(one, pk)).rejects.toMatchObject({
        name: "AccessDeniedException",
        message: expect.stringMatching(
          /^User: arn:aws:sts::\d{12}:assumed-role\/gantry-tenant\/t\.tn_1 is not authorized to perform: dynamodb:\w+ on resource: /,
        ),
      });
    const { Item } = await cloud.owner.table.send(new GetCommand(key("T#tn_1#execution#n")));
    expect(Item).toBeUndefined();
  });

  it("reads and writes its own items", async () => {
    const { table } = one;
    expect((await table.send(new GetCommand(key("T#tn_1")))).Item).toEqual(item("T#tn_1"));
    expect((await table.send(new QueryCommand(query("pk", "T#tn_1#execution#m")))).Count).toBe(1);
    for (const [name, pk] of [
      ["g1", "T#tn_1#L#X#open#0"],
      ["g2", "T#tn_1#K#c"],
      ["g3", "T#tn_1#Y#mission#20261121#0"],
    ] as const)
      expect((await table.send(new QueryCommand(query(name, pk, `gsi${name.at(-1)}`)))).Count).toBe(1);
    await table.send(
      new TransactWriteCommand({
        TransactItems: [{ Put: put("T#tn_1#execution#o") }, { Put: put("T#tn_1#execution#p") }],
      }),
    );
    await table.send(new DeleteCommand(key("T#tn_1#execution#o")));
  });

  it("is refused what its role does not permit, also where no key is concerned", async () => {
    const refused = { name: "AccessDeniedException" };
    const { table } = one;
    await expect(table.send(new ScanCommand({ TableName: TABLE }))).rejects.toMatchObject(refused);
    await expect(table.send(new DescribeTableCommand({ TableName: TABLE }))).rejects.toMatchObject(refused);
    const unknown = query("g2", "T#tn_1#K#c", "gsi4");
    await expect(table.send(new QueryCommand(unknown))).rejects.toMatchObject(refused);
    const twice = { ...query("pk", "T#tn_1"), KeyConditionExpression: "#h = :h AND #h = :x" };
    twice.ExpressionAttributeValues = { ":h": "T#tn_1", ":x": "T#tn_2" } as never;
    await expect(table.send(new QueryCommand(twice))).rejects.toMatchObject(refused);
  });
});

describe("a session of one tenant in the buckets", () => {
  const own = { Bucket: ARTIFACT_BUCKET, Key: "t/tn_1/a" };
  const denied = { name: "AccessDenied", $metadata: { httpStatusCode: 403 } };

  it("is refused every object of others", async () => {
    const { s3 } = one;
    for (const Key of ["t/tn_10/a", "t/tn_2/a", "layers/a", "t/tn_1", "ready"])
      for (const command of [
        new GetObjectCommand({ ...own, Key }),
        new PutObjectCommand({ ...own, Key, Body: "forged" }),
        new DeleteObjectCommand({ ...own, Key }),
        new CopyObjectCommand({ ...own, CopySource: `${ARTIFACT_BUCKET}/${Key}` }),
        new GetObjectCommand({ Bucket: EVIDENCE_BUCKET, Key }),
      ])
        await expect(s3.send(command as GetObjectCommand)).rejects.toMatchObject(denied);
    await expect(s3.send(new HeadObjectCommand({ ...own, Key: "t/tn_2/a" }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    await expect(s3.send(new ListObjectsV2Command({ Bucket: ARTIFACT_BUCKET }))).rejects.toMatchObject(
      denied,
    );
  });

  it("reads and writes its own artefacts, and reads its evidence without changing it", async () => {
    const { s3 } = one;
    await s3.send(new PutObjectCommand({ ...own, Key: "t/tn_1/b", Body: "b" }));
    expect(await (await s3.send(new GetObjectCommand(own))).Body?.transformToString()).toBe("tn_1");
    const evidence = { ...own, Bucket: EVIDENCE_BUCKET };
    expect(await (await s3.send(new GetObjectCommand(evidence))).Body?.transformToString()).toBe("tn_1");
    await expect(s3.send(new PutObjectCommand({ ...evidence, Body: "x" }))).rejects.toMatchObject(denied);
  });

  it("cannot distinguish a missing key, since it may not list the bucket", async () => {
    await expect(one.s3.send(new GetObjectCommand({ ...own, Key: "t/tn_1/none" }))).rejects.toMatchObject(
      denied,
    );
  });

  it("signs URLs with the session and its limits", async () => {
    const mine = await fetch(await getSignedUrl(one.s3, new GetObjectCommand(own)));
    expect([mine.status, await mine.text()]).toEqual([200, "tn_1"]);
    const other = await fetch(await getSignedUrl(one.s3, new GetObjectCommand({ ...own, Key: "t/tn_2/a" })));
    expect([other.status, await other.text()]).toEqual([403, expect.stringContaining("<Code>AccessDenied<")]);
  });
});

describe("credentials", () => {
  it("are unknown when they were never issued", async () => {
    const stranger = { ...one.credentials, accessKeyId: "ASIAAAAAAAAAAAAAAAAA" };
    const table = one.table;
    const config = { endpoint: cloud.endpoint, region, credentials: stranger, maxAttempts: 1 };
    const { DynamoDBClient } = await import("@aws-sdk/client-dynamodb");
    const { S3Client } = await import("@aws-sdk/client-s3");
    await expect(
      new DynamoDBClient(config).send(new DescribeTableCommand({ TableName: TABLE })),
    ).rejects.toMatchObject({ name: "UnrecognizedClientException" });
    await expect(
      new S3Client({ ...config, forcePathStyle: true }).send(
        new GetObjectCommand({ Bucket: ARTIFACT_BUCKET, Key: "t/tn_1/a" }),
      ),
    ).rejects.toMatchObject({ name: "InvalidToken" });
    await expect(new STSClient(config).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: "InvalidClientTokenId",
    });
    expect((await table.send(new GetCommand(key("T#tn_1")))).Item).toBeDefined();
  });

  it("of a session cannot assume another role", async () => {
    const sts = new STSClient({
      endpoint: cloud.endpoint,
      region,
      credentials: one.credentials,
      maxAttempts: 1,
    });
    await expect(
      sts.send(
        new AssumeRoleCommand({
          RoleArn: TENANT_ROLE.arn,
          RoleSessionName: "again",
          Tags: [{ Key: "tenant", Value: "tn_2" }],
        }),
      ),
    ).rejects.toMatchObject({ name: "AccessDenied" });
  });

  it("expire with their session", async () => {
    const short = await cloud.sessionOf("tn_1");
    cloud.time.ahead = 901_000;
    try {
      await expect(short.table.send(new GetCommand(key("T#tn_1")))).rejects.toMatchObject({
        name: "ExpiredTokenException",
      });
      await expect(
        short.s3.send(new GetObjectCommand({ Bucket: ARTIFACT_BUCKET, Key: "t/tn_1/a" })),
      ).rejects.toMatchObject({ name: "ExpiredToken" });
    } finally {
      cloud.time.ahead = 0;
    }
  });
});
