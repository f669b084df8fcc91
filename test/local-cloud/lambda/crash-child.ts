// Takes records of a stream slowly, in batches of five, until it is killed.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { StreamRecord } from "#local-cloud/lambda/batch.ts";
import { createEventSourceMapping } from "#local-cloud/lambda/event-source-mapping.ts";
import { memoryStream } from "./memory-stream.ts";

const [dir = ""] = process.argv.slice(2);
createEventSourceMapping({
  dir,
  name: "m",
  functionName: "fn",
  source: memoryStream(1000),
  batchSize: 5,
  invoke: async (_, event) => {
    for (const { dynamodb } of (event as { Records: StreamRecord[] }).Records)
      appendFileSync(join(dir, "taken"), `${Number(dynamodb.SequenceNumber)}\n`);
    await pause(2);
    return { ok: true, payload: null };
  },
});
setInterval(() => {}, 1000);
