import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createDynamoDb, type DynamoDbOptions } from "#local-cloud/dynamodb/dynamodb.ts";
import { credentials, OWNER, region } from "../../cloud/target.ts";

/** A DynamoDB of our own on a free port. */
export async function served(options: DynamoDbOptions) {
  const service = await createDynamoDb(options);
  const server = createServer((req, res) => void service.handle(req, res, OWNER));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({ endpoint, credentials, region, maxAttempts: 1 });
  return {
    service,
    endpoint,
    client,
    db: DynamoDBDocumentClient.from(client),
    async close() {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await service.close();
    },
  };
}

export function temporaryDir(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), "gantry-dynamodb-"));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** The call as it is on the wire, for what an SDK would not send. */
export async function call(
  endpoint: string,
  target: string,
  input: unknown,
): Promise<{ status: number; body: any }> {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": target },
    body: typeof input === "string" ? input : JSON.stringify(input),
  });
  return { status: answer.status, body: await answer.json() };
}
