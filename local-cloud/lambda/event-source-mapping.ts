import { join } from "node:path";
import { openJournal } from "#local-cloud/durable/journal.ts";
import { compilePattern, type Pattern } from "#local-cloud/eventbridge/pattern.ts";
import { deliverBatch, type FailedBatch, type StreamRecord } from "./batch.ts";
import { openCheckpoint } from "./checkpoint.ts";
import type { InvokeResult } from "./function.ts";

/** A stream in order; sequence numbers are opaque. */
export interface StreamSource {
  /** At most `limit` records after the given sequence number, oldest first. */
  read(after: string | undefined, limit: number): Promise<StreamRecord[]>;
  /** Calls the listener when there may be more; gives the way to stop it. */
  onChange(listener: () => void): () => void;
}

export interface EventSourceMappingOptions {
  /** Holds `<name>.checkpoint.jsonl` and `<name>.failures.jsonl`. */
  readonly dir: string;
  readonly name: string;
  readonly source: StreamSource;
  readonly functionName: string;
  readonly invoke: (functionName: string, event: unknown) => Promise<InvokeResult>;
  /** Records per invocation; 100 as on AWS. */
  readonly batchSize?: number;
  /** Only records that match one of the patterns are delivered; none means all. */
  readonly filters?: readonly Pattern[];
  readonly reportBatchItemFailures?: boolean;
  readonly bisectOnError?: boolean;
  /** How often a failed batch is tried again before it goes to the failures file; -1 for without end. */
  readonly maxRetries?: number;
  /** The longest pause between retries, in milliseconds. */
  readonly maxPauseMs?: number;
  readonly now?: () => number;
}

export interface EventSourceMapping {
  /** Stops taking records; what is in the function's hands now comes again after the next start. */
  close(): void;
}

const ERROR_PAUSE_MS = 1000;

/**
 * Feeds a function from a stream, as Lambda does for DynamoDB: in order, at least once, from the last
 * checkpoint on. It starts by itself and reads on whenever the source says that there is more.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: makes an object; its steps share one checkpoint.
export function createEventSourceMapping(options: EventSourceMappingOptions): EventSourceMapping {
  const { dir, name, source, batchSize = 100, filters = [], now = Date.now } = options;
  const matchers = filters.map(compilePattern);
  const wanted = (record: StreamRecord) =>
    matchers.length === 0 || matchers.some((matches) => matches(record));
  const checkpoint = openCheckpoint(join(dir, `${name}.checkpoint.jsonl`));
  const { journal: failures } = openJournal<FailedBatch & { at: number }>(
    join(dir, `${name}.failures.jsonl`),
    "the batches that were given up are lost",
  );
  const stopped = new AbortController();
  const { signal } = stopped;

  const readOn = async (): Promise<void> => {
    while (!signal.aborted) {
      const records = await source.read(checkpoint.current(), batchSize);
      const last = records.at(-1);
      if (!last) return;
      await deliverBatch(records.filter(wanted), {
        invoke: (batch) => options.invoke(options.functionName, { Records: batch }),
        reportBatchItemFailures: options.reportBatchItemFailures ?? false,
        bisectOnError: options.bisectOnError ?? false,
        maxRetries: options.maxRetries ?? -1,
        maxPauseMs: options.maxPauseMs ?? 60_000,
        signal,
        done: (record) => checkpoint.advance(record.dynamodb.SequenceNumber),
        failed: (batch) => {
          failures.append({ ...batch, at: now() });
          failures.settle();
        },
      });
      if (!signal.aborted) checkpoint.advance(last.dynamodb.SequenceNumber);
    }
  };

  let running = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const wake = () => {
    again = true;
    if (running || signal.aborted) return;
    running = true;
    void run();
  };
  const run = async () => {
    try {
      while (again && !signal.aborted) {
        again = false;
        await readOn();
      }
    } catch (error) {
      // The source or the disk failed, not the function: nothing was lost, so go on a little later.
      console.error(error);
      timer = setTimeout(wake, ERROR_PAUSE_MS).unref();
    } finally {
      running = false;
    }
  };
  const unsubscribe = source.onChange(wake);
  wake();
  return {
    close: () => {
      if (signal.aborted) return;
      stopped.abort();
      clearTimeout(timer);
      unsubscribe();
      checkpoint.close();
      failures.close();
    },
  };
}
