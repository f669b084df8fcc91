import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { until } from "#test/support/limits.ts";
import { aws, type Opened } from "./effects.ts";

export type Row = Record<string, any>;

/** Every item of the table but the rate limiter's buckets, which any request may touch. */
export async function rows(gantry: Opened): Promise<Row[]> {
  const client = new DynamoDBClient(aws(gantry));
  const found: Row[] = [];
  const pages = paginateScan(
    { client: DynamoDBDocumentClient.from(client) },
    { TableName: "gantry", ConsistentRead: true },
  );
  for await (const { Items = [] } of pages) found.push(...Items);
  client.destroy();
  return found.filter((row) => row.bucket === undefined);
}

/** Whether it is no tenant's slots, or none of them is taken or waited for. */
const isFree = ({ admission }: Row): boolean =>
  admission === undefined || admission.running.length + admission.waiting.length === 0;

/** All that is kept of what people send: the table's items, and the keys of objects. */
export async function everythingStored(gantry: Opened): Promise<string[]> {
  const s3 = new S3Client(aws(gantry));
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: "gantry-artifacts" }));
  s3.destroy();
  const items = (await rows(gantry)).map((row) => JSON.stringify(row));
  return [...items, ...Contents.map(({ Key }) => Key ?? "")].sort();
}

/** Resolves once all slots are free, which a mission's end is told a moment before, and nothing is written any more. */
export async function quiet(gantry: Opened): Promise<void> {
  await until(async () => (await rows(gantry)).every(isFree), { what: "all slots are free" });
  for (let before = ""; ; await sleep(150)) {
    const now = (await everythingStored(gantry)).join("\n");
    if (now === before) return;
    before = now;
  }
}
