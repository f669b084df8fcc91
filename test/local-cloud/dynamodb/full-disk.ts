import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeTable } from "../../cloud/dynamodb-table.ts";
import { call, served } from "./served.ts";

/**
 * Run as a process of its own on a small disk: writes until the disk is full, goes on reading, frees space and
 * writes again, restarts and counts. Prints what it saw as JSON.
 */
const dir = process.argv[2] as string;
const filler = join(dir, "filler");
const { bavail, bsize } = statfsSync(dir);
writeFileSync(filler, Buffer.alloc(bavail * bsize - 3_000_000));

const first = await served({ dir: join(dir, "data") });
const TableName = await makeTable(first.client);
const put = (n: number) =>
  call(first.endpoint, "DynamoDB_20120810.PutItem", {
    TableName,
    Item: { pk: { S: "p" }, sk: { S: `${n}` }, filler: { S: "x".repeat(20_000) } },
  });

const acknowledged: number[] = [];
let refusal: Awaited<ReturnType<typeof put>> | undefined;
for (let n = 0; !refusal && n < 1000; n++) {
  const response = await put(n);
  if (response.status === 200) acknowledged.push(n);
  else refusal = response;
}
const second = await put(2000);
const read = await get(first.endpoint, 0);
rmSync(filler);
const recovered = await put(3000);
await first.close();

const again = await served({ dir: join(dir, "data") });
const kept: number[] = [];
for (const n of acknowledged) if ((await get(again.endpoint, n)).body.Item) kept.push(n);
const result = {
  acknowledged: acknowledged.length,
  refusal: [refusal?.status, refusal?.body.__type],
  second: [second.status, second.body.__type],
  read: read.status,
  recovered: recovered.status,
  kept: kept.length,
  keptRecovered: (await get(again.endpoint, 3000)).body.Item !== undefined,
};
await again.close();
console.log(JSON.stringify(result));

function get(endpoint: string, n: number) {
  const Key = { pk: { S: "p" }, sk: { S: `${n}` } };
  return call(endpoint, "DynamoDB_20120810.GetItem", { TableName, Key });
}
