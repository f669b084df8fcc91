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
  /** Calls the listener when there may be new records. Returns a function that removes the listener. */
  onChange(listener: () => void): () => void;
}

export interface EventSourceMappingOptions {
  /** Folder of `<name>.checkpoint.jsonl` and `<name>.failures.jsonl`. */
  readonly dir: string;
  readonly name: string;
  readonly source: StreamSource;
  readonly functionName: string;
  readonly invoke: (functionName: string, event: unknown) => Promise<InvokeResult>;
  /** Records per invocation; default 100, as on AWS. */
  readonly batchSize?: number;
  /** Only records that match one of the patterns are delivered; none means all. */
  readonly filters?: readonly Pattern[];
  readonly reportBatchItemFailures?: boolean;
  readonly bisectOnError?: boolean;
  /** Number of retries before a failed batch is written to the failures file; -1 for unlimited. */
  readonly maxRetries?: number;
  /** The longest pause between retries, in milliseconds. */
  readonly maxPauseMs?: number;
  readonly now?: () => number;
}

export interface EventSourceMapping {
  /**
   * Stops reading records; records that the function is processing are delivered again after the next start.
   */
  close(): void;
}

const ERROR_PAUSE_MS = 1000;

/**
 * Feeds a function from a stream, as Lambda does for DynamoDB: in order, at least once, starting at the last
 * checkpoint. It starts by itself and continues whenever the source reports new records.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object; its steps share one checkpoint.
export function createEventSourceMapping(options: EventSourceMappingOptions): EventSourceMapping {
  const { dir, name, source, batchSize = 100, filters = [], now = Date.now } = options;
  const matchers = filters.map(compilePattern);
  const wanted = (record: StreamRecord) =>
    matchers.length === 0 || matchers.some((matches) => matches(record));
  const checkpoint = openCheckpoint(join(dir, `${name}.checkpoint.jsonl`));
  const { journal: failures } = openJournal<FailedBatch & { at: number }>(
    join(dir, `${name}.failures.jsonl`),
    "the failed batches are lost",
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
      // The source or the disk failed, not the function: nothing was lost, so it is retried later.
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
