// Measures the calls per second of the local DynamoDB, and their ratio to another engine in the same run:
// `node_modules/.bin/node bench/dynamodb.ts [<path of another checkout>/local-cloud/dynamodb/dynamodb.ts]`
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createDynamoDb } from "#local-cloud/dynamodb/dynamodb.ts";
import type { SignedService } from "#local-cloud/http.ts";
import { OWNER } from "#test/cloud/target.ts";
import { median } from "./median.ts";

const ROUNDS = 5;
const CALLS = 400;
const WORKERS = [1, 16];
const TableName = "bench";
const filler = { S: "x".repeat(500) };
let writes = 0;
/** Every write changes the item, because a write without a change is cheaper. */
const item = (n: number) => ({
  ...key(n),
  g1: { S: `G#${n % 20}` },
  g1s: { S: `${n}` },
  filler,
  write: { N: `${++writes}` },
});
const key = (n: number) => ({
  pk: { S: `T#bench#execution#${n % 50}` },
  sk: { S: `E#${String(n).padStart(12, "0")}` },
});

type Call = (operation: string, input: object) => Promise<void>;

const WORKLOADS: Record<string, (call: Call, n: number) => Promise<void>> = {
  put: (call, n) => call("PutItem", { TableName, Item: item(n) }),
  "conditional put": (call, n) =>
    call("PutItem", {
      TableName,
      Item: item(n),
      ConditionExpression: "attribute_exists(pk)",
    }),
  get: (call, n) => call("GetItem", { TableName, Key: key(n), ConsistentRead: true }),
  update: (call, n) =>
    call("UpdateItem", {
      TableName,
      Key: key(n),
      UpdateExpression: "SET updated = :n ADD times :one",
      ExpressionAttributeValues: { ":n": { N: `${n}` }, ":one": { N: "1" } },
    }),
  query: (call, n) =>
    call("Query", {
      TableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :e)",
      ExpressionAttributeValues: { ":pk": key(n).pk, ":e": { S: "E#" } },
      Limit: 40,
    }),
  "query of an index": (call, n) =>
    call("Query", {
      TableName,
      IndexName: "gsi1",
      KeyConditionExpression: "g1 = :g",
      ExpressionAttributeValues: { ":g": { S: `G#${n % 20}` } },
      Limit: 20,
    }),
  "transaction of 3": (call, n) =>
    call("TransactWriteItems", {
      TransactItems: [0, 1, 2].map((at) => ({
        Put: { TableName, Item: { ...item(n), sk: { S: `X#${n}#${at}` } } },
      })),
    }),
};

const [given] = process.argv.slice(2);
const engines = [createDynamoDb];
if (given) engines.push((await import(pathToFileURL(resolve(given)).href)).createDynamoDb);
const targets = await Promise.all(engines.map((create) => serve(create)));
const heading = given ? ["this", "other", "ratio"] : ["this"];
console.log(
  `median of ${ROUNDS} rounds: ms per call (${heading}), then CPU ms per call, client included (${heading})`,
);
for (const workers of WORKERS)
  for (const [name, work] of Object.entries(WORKLOADS)) {
    const results: Cost[][] = targets.map(() => []);
    for (let round = 0; round <= ROUNDS; round++)
      for (const [at, { call }] of targets.entries()) {
        const cost = await measured((n) => work(call, n), workers);
        if (round > 0) results[at]?.push(cost); // The first round is a warm-up.
      }
    const [own, other] = results.map((costs) => ({
      ms: median(costs.map(({ ms }) => ms)),
      cpu: median(costs.map(({ cpu }) => cpu)),
    }));
    console.log(
      `${workers} x ${name}`.padEnd(26),
      ...columns(own, other, "ms"),
      "  ",
      ...columns(own, other, "cpu"),
    );
  }
for (const target of targets) await target.close();

async function serve(create: (options: { dir: string }) => Promise<SignedService>) {
  const dir = mkdtempSync(join(tmpdir(), "gantry-bench-"));
  const service = await create({ dir });
  const server = createServer((req, res) => void service.handle(req, res, OWNER));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const call: Call = (operation, input) => send(port, agent, operation, input);
  await call("CreateTable", {
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: ["pk", "sk", "g1", "g1s"].map((AttributeName) => ({
      AttributeName,
      AttributeType: "S",
    })),
    KeySchema: schema("pk", "sk"),
    GlobalSecondaryIndexes: [
      { IndexName: "gsi1", KeySchema: schema("g1", "g1s"), Projection: { ProjectionType: "ALL" } },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
  });
  return {
    call,
    async close() {
      agent.destroy();
      server.close();
      await service.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function schema(hash: string, range: string) {
  return [
    { AttributeName: hash, KeyType: "HASH" },
    { AttributeName: range, KeyType: "RANGE" },
  ];
}

function send(port: number, agent: Agent, operation: string, input: object): Promise<void> {
  return new Promise((done, fail) => {
    const body = JSON.stringify(input);
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDB_20120810.${operation}`,
      "content-length": Buffer.byteLength(body),
    };
    const outgoing = request({ port, host: "127.0.0.1", method: "POST", agent, headers }, (incoming) => {
      incoming.resume();
      incoming.on("end", () =>
        incoming.statusCode === 200 ? done() : fail(new Error(`${operation}: ${incoming.statusCode}`)),
      );
    });
    outgoing.on("error", fail);
    outgoing.end(body);
  });
}

interface Cost {
  /** Wall time and CPU time of each call, in milliseconds. */
  readonly ms: number;
  readonly cpu: number;
}

async function measured(work: (n: number) => Promise<void>, workers: number): Promise<Cost> {
  const started = performance.now();
  const usage = process.cpuUsage();
  let next = 0;
  const run = async () => {
    for (let n = next++; n < CALLS; n = next++) await work(n);
  };
  await Promise.all(Array.from({ length: workers }, run));
  const { user, system } = process.cpuUsage(usage);
  return { ms: (performance.now() - started) / CALLS, cpu: (user + system) / 1000 / CALLS };
}

function columns(own: Cost | undefined, other: Cost | undefined, measure: keyof Cost): string[] {
  if (!own) return [];
  const values = other ? [own[measure], other[measure], own[measure] / other[measure]] : [own[measure]];
  return values.map((value) => value.toFixed(2).padStart(6));
}
