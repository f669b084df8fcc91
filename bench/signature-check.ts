// Measures what the check of a signature adds to GetItem, as a ratio within one run: `node_modules/.bin/node
// bench/signature-check.ts`
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { createDynamoDb } from "#local-cloud/dynamodb/dynamodb.ts";
import type { CloudHandler } from "#local-cloud/http.ts";
import { createGate } from "#local-cloud/sigv4/gate.ts";
import { awsJson } from "#local-cloud/sigv4/protocols.ts";
import { credentials, OWNER, region } from "#test/cloud/target.ts";

const ROUNDS = 20;
const READS = 200;

const dir = mkdtempSync(join(tmpdir(), "gantry-signature-"));
const table = await createDynamoDb({ dir: join(dir, "dynamodb") });
const gate = createGate({ identify: () => OWNER });
const bare = await serve((req, res) => table.handle(req, res, OWNER));
const checked = await serve(gate({ service: "dynamodb", protocol: awsJson, handle: table.handle }));
const Key = { pk: { S: "T#bench" } };
await bare.client.send(
  new CreateTableCommand({
    TableName: "bench",
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  }),
);
await bare.client.send(
  new PutItemCommand({ TableName: "bench", Item: { ...Key, text: { S: "x".repeat(500) } } }),
);

const times: { bare: number[]; checked: number[] } = { bare: [], checked: [] };
for (let round = 0; round <= ROUNDS; round++) {
  const [without, having] = [await timed(bare.client), await timed(checked.client)];
  if (round === 0) continue; // The first round is a warm-up.
  times.bare.push(without);
  times.checked.push(having);
}
for (const { client, server } of [bare, checked]) {
  client.destroy();
  server.close();
}
await table.close();
rmSync(dir, { recursive: true, force: true });

// Uses the fastest rounds, because other load can only slow a round down.
const [without, having] = [Math.min(...times.bare), Math.min(...times.checked)];
console.log(`GetItem without the check  ${without.toFixed(3)} ms`);
console.log(`GetItem with the check     ${having.toFixed(3)} ms`);
console.log(`ratio                      ${(having / without).toFixed(2)}`);

async function serve(handle: CloudHandler) {
  const server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, client: new DynamoDBClient({ endpoint, region, credentials, maxAttempts: 1 }) };
}

/** Returns the average milliseconds of sequential reads. */
async function timed(client: DynamoDBClient): Promise<number> {
  const started = performance.now();
  for (let n = 0; n < READS; n++) await client.send(new GetItemCommand({ TableName: "bench", Key }));
  return (performance.now() - started) / READS;
}
