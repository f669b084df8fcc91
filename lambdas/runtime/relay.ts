import { readRecord, type StreamRecord } from "#adapters/dynamodb/stream.ts";
import type { DeliveryServices, Observer, Run } from "#core/delivery/handler.ts";
import { relay } from "#core/delivery/relay.ts";
import type { Subscribers } from "#core/delivery/subscribers.ts";
import type { Amendment, OutboxEntry } from "#core/kernel/ledger/outbox.ts";
import { about, invoke, type LambdaContext } from "#lambdas/runtime/invocation.ts";
import { log } from "#lambdas/runtime/log.ts";
import { emit } from "#lambdas/runtime/metrics.ts";
import { traced } from "#lambdas/runtime/trace.ts";

interface Batch {
  readonly Records: readonly StreamRecord[];
}

interface BatchAnswer {
  readonly batchItemFailures: { itemIdentifier: string }[];
}

/** The handler of the table's stream. Tries every record; the first failed one and all after it are delivered again. */
export function relayHandler<S>(services: () => DeliveryServices & S, subscribers: Subscribers<S>) {
  return function handler({ Records }: Batch, context?: LambdaContext): Promise<BatchAnswer> {
    return invoke(context, undefined, async () => {
      const read = Records.map(readOrLog);
      const entries = read.filter((entry) => entry !== undefined && entry !== UNREADABLE);
      const failed = await relay(services(), subscribers, entries, observer);
      const first = read.findIndex(
        (entry) => entry === UNREADABLE || (entry !== undefined && failed.has(entry)),
      );
      const record = Records[first];
      return { batchItemFailures: record ? [{ itemIdentifier: record.dynamodb.SequenceNumber }] : [] };
    });
  };
}

const UNREADABLE = Symbol("unreadable");

function readOrLog(record: StreamRecord): OutboxEntry | Amendment | undefined | typeof UNREADABLE {
  try {
    return readRecord(record);
  } catch (error) {
    log("error", "record is not a signal", { error });
    return UNREADABLE;
  }
}

const observer: Observer = {
  log,
  emit,
  around: (run, work) =>
    about(missionOf(run), async () => {
      try {
        await traced(work);
      } catch (error) {
        const [{ signal }] = run.entries;
        log("error", "relay failed", {
          handler: run.handler.name,
          signal: signal.id,
          type: signal.type,
          error,
        });
        throw error;
      }
    }),
};

/** The id of the run's execution; undefined for other aggregates. */
function missionOf({ ref: { kind, id } }: Run): string | undefined {
  return kind === "execution" ? id : undefined;
}
