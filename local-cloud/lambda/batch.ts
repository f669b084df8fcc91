import { setTimeout as pause } from "node:timers/promises";
import type { InvokeResult, LambdaError } from "./function.ts";

/**
 * A record of a table's stream (docs: "DynamoDB Streams Record"); a mapping uses only the sequence number.
 */
export interface StreamRecord {
  readonly dynamodb: { readonly SequenceNumber: string };
}

export interface FailedBatch {
  readonly condition: "RetryAttemptsExhausted";
  readonly attempts: number;
  readonly error: LambdaError;
  readonly records: readonly StreamRecord[];
}

export interface BatchOptions {
  readonly invoke: (records: readonly StreamRecord[]) => Promise<InvokeResult>;
  readonly reportBatchItemFailures: boolean;
  readonly bisectOnError: boolean;
  /** -1 for unlimited. */
  readonly maxRetries: number;
  readonly maxPauseMs: number;
  readonly signal: AbortSignal;
  /** Called when all records up to this one have been processed. */
  readonly done: (record: StreamRecord) => void;
  readonly failed: (batch: FailedBatch) => void;
}

const FIRST_PAUSE_MS = 50;

/**
 * Delivers records to a function in order until each has succeeded or all its retries have failed
 * (docs: "Configuring partial batch response with DynamoDB and Lambda", "BisectBatchOnFunctionError").
 * Splitting a batch does not count as a retry; a retry starts at the first record that failed.
 */
export async function deliverBatch(
  records: readonly StreamRecord[],
  options: BatchOptions,
  retries = 0,
): Promise<void> {
  const last = records.at(-1);
  if (!last || options.signal.aborted) return;
  const outcome = judge(await options.invoke(records), records, options);
  if (options.signal.aborted) return;
  if (!outcome) return options.done(last);

  const taken = records[outcome.taken - 1];
  if (taken) options.done(taken);
  const rest = records.slice(outcome.taken);
  if (options.bisectOnError && (taken || rest.length > 1)) {
    const parts = taken ? [rest] : halves(rest);
    for (const part of parts) await deliverBatch(part, options, retries);
    return;
  }
  if (options.maxRetries >= 0 && retries >= options.maxRetries) {
    options.failed({
      condition: "RetryAttemptsExhausted",
      attempts: retries + 1,
      error: outcome.error,
      records: rest,
    });
    return options.done(last);
  }
  await wait(Math.min(options.maxPauseMs, FIRST_PAUSE_MS * 2 ** retries), options.signal);
  await deliverBatch(rest, options, retries + 1);
}

/**
 * Returns null if the whole batch succeeded, otherwise the number of records that succeeded and the error.
 */
function judge(
  result: InvokeResult,
  records: readonly StreamRecord[],
  options: BatchOptions,
): { taken: number; error: LambdaError } | null {
  if (!result.ok) return { taken: 0, error: result.error };
  if (!options.reportBatchItemFailures) return null;
  const failures = failuresOf(result.payload);
  if (failures === null)
    return {
      taken: 0,
      error: { errorType: "InvalidResponse", errorMessage: "batchItemFailures is malformed" },
    };
  if (failures.length === 0) return null;
  const indexes = failures.map((id) => records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id));
  // An unknown sequence number fails the whole batch (index -1).
  const taken = Math.max(0, Math.min(...indexes));
  return {
    taken,
    error: { errorType: "BatchItemFailure", errorMessage: `failed from ${failures.join(", ")} on` },
  };
}

/** Returns the reported sequence numbers: an empty result means success, a malformed result means failure. */
function failuresOf(payload: unknown): string[] | null {
  if (payload === null || payload === undefined) return [];
  if (typeof payload !== "object") return null;
  const list = (payload as { batchItemFailures?: unknown }).batchItemFailures;
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) return null;
  const ids = list.map((each: { itemIdentifier?: unknown } | null) => each?.itemIdentifier);
  return ids.every((id) => typeof id === "string" && id !== "") ? (ids as string[]) : null;
}

function halves(records: readonly StreamRecord[]): (readonly StreamRecord[])[] {
  const middle = Math.ceil(records.length / 2);
  return [records.slice(0, middle), records.slice(middle)];
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal, ref: false }).catch(() => {});
}
