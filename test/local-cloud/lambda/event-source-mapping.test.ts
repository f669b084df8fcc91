import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { readJournal } from "#local-cloud/durable/journal.ts";
import type { StreamRecord } from "#local-cloud/lambda/batch.ts";
import {
  createEventSourceMapping,
  type EventSourceMapping,
  type EventSourceMappingOptions,
} from "#local-cloud/lambda/event-source-mapping.ts";
import type { InvokeResult } from "#local-cloud/lambda/function.ts";
import { until } from "#test/support/limits.ts";
import { fc } from "#test/support/property.ts";
import { memoryStream, record } from "./memory-stream.ts";

let dir: string;
let child: ChildProcess | undefined;
const open: EventSourceMapping[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-mapping-"));
});

afterEach(() => {
  child?.kill("SIGKILL");
  for (const mapping of open.splice(0)) mapping.close();
  rmSync(dir, { recursive: true, force: true });
});

const error = { ok: false, error: { errorType: "Error", errorMessage: "no" } } as const;
const success = { ok: true, payload: null } as const;

describe("an event source mapping", () => {
  it("delivers in order, in batches, and continues when there is more", async () => {
    const stream = memoryStream(7);
    const batches: number[][] = [];
    start({ source: stream, batchSize: 3, invoke: taking((batch) => void batches.push(batch)) });
    await until(() => batches.flat().length === 7);
    stream.push(record(7), record(8));
    await until(() => batches.flat().length === 9);
    expect(batches.slice(0, 3)).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
    expect(batches.flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("delivers only what matches a filter, and does not stop at the rest", async () => {
    const stream = memoryStream(0);
    for (let n = 0; n < 10; n++) stream.push(record(n, n % 3 === 0 ? `E#${n}` : "HEAD"));
    const seen: number[] = [];
    const filters = [{ dynamodb: { Keys: { sk: { S: [{ prefix: "E#" }] } } } }];
    start({ source: stream, batchSize: 2, filters, invoke: taking((batch) => void seen.push(...batch)) });
    await until(() => seen.length === 4);
    expect(seen).toEqual([0, 3, 6, 9]);
    await until(() => checkpoint() === "000009");
  });

  it("continues after the checkpoint when it is started again", async () => {
    const stream = memoryStream(3);
    const seen: number[] = [];
    const mapping = start({ source: stream, invoke: taking((batch) => void seen.push(...batch)) });
    await until(() => checkpoint() === "000002");
    mapping.close();
    stream.push(record(3));
    start({ source: stream, invoke: taking((batch) => void seen.push(...batch)) });
    await until(() => seen.length === 4);
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it("delivers a batch again that was being processed when it stopped", async () => {
    const stream = memoryStream(2);
    const { promise, resolve: answer } = Promise.withResolvers<InvokeResult>();
    const mapping = await new Promise<ReturnType<typeof start>>((invoked) => {
      const started = start({
        source: stream,
        invoke: () => {
          invoked(started);
          return promise;
        },
      });
    });
    mapping.close();
    answer(success);
    const seen: number[] = [];
    start({ source: stream, invoke: taking((batch) => void seen.push(...batch)) });
    await until(() => seen.length === 2);
    expect(seen).toEqual([0, 1]);
  });

  it("retries a failed batch, and then stores it in the failures file", async () => {
    const stream = memoryStream(2);
    const batches: number[][] = [];
    const invoke = taking((batch) => {
      batches.push(batch);
      return batch.includes(0) ? error : success;
    });
    start({ source: stream, batchSize: 2, maxRetries: 2, invoke });
    await until(() => failures().length === 1);
    stream.push(record(2));
    await until(() => batches.length === 4);
    expect(batches).toEqual([[0, 1], [0, 1], [0, 1], [2]]);
    expect(failures()).toMatchObject([{ attempts: 3, error: error.error, records: [record(0), record(1)] }]);
  });

  it("splits a failed batch until the faulty record is alone", async () => {
    const stream = memoryStream(8);
    const seen: number[] = [];
    const invoke = taking((batch) => {
      if (batch.includes(5)) return error;
      seen.push(...batch);
      return success;
    });
    start({ source: stream, batchSize: 8, bisectOnError: true, maxRetries: 1, invoke });
    await until(() => seen.includes(7));
    expect(seen).toEqual([0, 1, 2, 3, 4, 6, 7]);
    expect(failures().map((each) => each.records)).toEqual([[record(5)]]);
  });

  it("finishes with a record that it gave up before it continues", async () => {
    let calls = 0;
    const invoke = (): Promise<InvokeResult> =>
      ++calls < 3 ? Promise.resolve(error) : new Promise(() => {});
    start({ source: memoryStream(2), bisectOnError: true, maxRetries: 0, invoke });
    await until(() => calls === 3);
    expect([checkpoint(), failures().length]).toEqual(["000000", 1]);
  });

  it("retries from the first record that the function reports", async () => {
    const stream = memoryStream(4);
    const batches: number[][] = [];
    let failing = true;
    const invoke = taking((batch) => {
      batches.push(batch);
      if (!failing) return success;
      failing = false;
      const ids = [{ itemIdentifier: "000003" }, { itemIdentifier: "000002" }];
      return { ok: true, payload: { batchItemFailures: ids } };
    });
    start({ source: stream, reportBatchItemFailures: true, invoke });
    await until(() => batches.length === 2);
    expect(batches).toEqual([
      [0, 1, 2, 3],
      [2, 3],
    ]);
  });

  it.each<[string, unknown, number]>([
    ["nothing", null, 1],
    ["an empty list", { batchItemFailures: [] }, 1],
    ["a number that is not in the batch", { batchItemFailures: [{ itemIdentifier: "zz" }] }, 2],
    ["an empty number", { batchItemFailures: [{ itemIdentifier: "" }] }, 2],
    ["a text", "fine", 2],
  ])("interprets %s as AWS does", async (_, payload, deliveries) => {
    const stream = memoryStream(2);
    const batches: number[][] = [];
    const invoke = taking((batch) => {
      batches.push(batch);
      return { ok: true, payload };
    });
    start({ source: stream, reportBatchItemFailures: true, maxRetries: 1, invoke });
    await until(() => checkpoint() === "000001");
    expect(batches).toEqual(Array(deliveries).fill([0, 1]));
  });

  it("passes every record to the function or to the failures file, in order, whatever fails", async () => {
    const plan = fc.record({
      bad: fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 4 }),
      batchSize: fc.integer({ min: 1, max: 12 }),
      bisectOnError: fc.boolean(),
      reportBatchItemFailures: fc.boolean(),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(plan, async ({ bad, ...options }) => {
        const name = `run${run++}`;
        const taken: number[] = [];
        const invoke = taking((batch) => {
          const first = batch.find((n) => bad.includes(n));
          if (first === undefined) {
            taken.push(...batch);
            return success;
          }
          if (!options.reportBatchItemFailures) return error;
          taken.push(...batch.slice(0, batch.indexOf(first)));
          return { ok: true, payload: { batchItemFailures: [{ itemIdentifier: sequence(first) }] } };
        });
        start({ source: memoryStream(12), name, maxRetries: 1, maxPauseMs: 1, invoke, ...options });
        await until(() => checkpoint(name) === "000011");
        const given = failures(name).flatMap((each) => each.records.map(number));
        const isolates = options.bisectOnError;
        return (
          JSON.stringify([...taken].sort((a, b) => a - b)) === JSON.stringify(taken) &&
          new Set([...taken, ...given]).size === 12 &&
          bad.every((n) => given.includes(n)) &&
          (!isolates || given.length === bad.length)
        );
      }),
      { numRuns: 40 },
    );
  });

  it("loses nothing after kill -9 and repeats at most one batch", async () => {
    child = fork(new URL("crash-child.ts", import.meta.url).pathname, [dir], { execArgv: [] });
    const file = join(dir, "taken");
    const lines = () => (existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").map(Number) : []);
    await until(() => lines().length > 40);
    child.kill("SIGKILL");
    await new Promise((resolve) => child?.once("exit", resolve));
    const earlier = lines();
    const later: number[] = [];
    start({ source: memoryStream(1000), invoke: taking((batch) => void later.push(...batch)) });
    await until(() => later.at(-1) === 999);
    expect(new Set([...earlier, ...later]).size).toBe(1000);
    expect(earlier.filter((n) => later.includes(n)).length).toBeLessThanOrEqual(5);
  });
});

function start(
  options: Partial<EventSourceMappingOptions> & Pick<EventSourceMappingOptions, "source" | "invoke">,
) {
  const mapping = createEventSourceMapping({ dir, name: "m", functionName: "fn", maxPauseMs: 5, ...options });
  open.push(mapping);
  return mapping;
}

function taking(take: (numbers: number[]) => InvokeResult | undefined) {
  return async (_: string, event: unknown): Promise<InvokeResult> =>
    take((event as { Records: StreamRecord[] }).Records.map(number)) ?? success;
}

function number(each: StreamRecord): number {
  return Number(each.dynamodb.SequenceNumber);
}

function sequence(n: number): string {
  return record(n).dynamodb.SequenceNumber;
}

function checkpoint(name = "m"): string | undefined {
  return readJournal<string>(join(dir, `${name}.checkpoint.jsonl`), "").at(-1);
}

function failures(name = "m"): { records: StreamRecord[]; attempts: number }[] {
  return readJournal(join(dir, `${name}.failures.jsonl`), "");
}
