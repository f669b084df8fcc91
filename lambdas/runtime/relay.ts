import { readSignal, type StreamRecord } from "#adapters/dynamodb/stream.ts";
import type { Factory } from "#core/factory.ts";
import { aggregateOf, type Signal } from "#core/ledger/signal.ts";
import { counted, type Measure, measure, missionAt } from "#core/mission/measure.ts";
import { progressOf } from "#core/mission/progress.ts";
import { relay } from "#core/mission/relay.ts";
import { about, invoke, type LambdaContext } from "#lambdas/runtime/invocation.ts";
import { log } from "#lambdas/runtime/log.ts";
import { emit } from "#lambdas/runtime/metrics.ts";
import { traced } from "#lambdas/runtime/trace.ts";

type Parts = Pick<Factory, "ledger" | "store" | "workflows" | "push" | "policy">;

interface Batch {
  readonly Records: readonly StreamRecord[];
}

interface BatchAnswer {
  readonly batchItemFailures: { itemIdentifier: string }[];
}

/**
 * The handler of a table's stream. Records are handled in order; the first that fails, and those behind it, come
 * again.
 */
export function relayHandler(factory: () => Parts) {
  return function handler({ Records }: Batch, context?: LambdaContext): Promise<BatchAnswer> {
    return invoke(context, undefined, async () => {
      for (const record of Records) {
        const itemIdentifier = record.dynamodb.SequenceNumber;
        if (!(await isHandled(factory, record))) return { batchItemFailures: [{ itemIdentifier }] };
      }
      return { batchItemFailures: [] };
    });
  };
}

async function isHandled(factory: () => Parts, record: StreamRecord): Promise<boolean> {
  try {
    const signal = readSignal(record);
    return signal === undefined || (await about(missionOf(signal), () => isPassedOn(factory, signal)));
  } catch (error) {
    log("error", "record is no signal", { error });
    return false;
  }
}

async function isPassedOn(factory: () => Parts, signal: Signal): Promise<boolean> {
  try {
    // Measured when it has reached everybody: one that comes again would count twice.
    emit(await traced(async () => passOn(factory(), signal)));
    return true;
  } catch (error) {
    log("error", "relay failed", { signal: signal.id, type: signal.type, error });
    return false;
  }
}

/** Passes the signal on to all who wait for it, and logs how far the mission is. Returns what the signal measures. */
async function passOn(factory: Parts, signal: Signal): Promise<readonly Measure[]> {
  const { lost_hints } = await relay(factory, signal);
  const mission = await missionAt(factory, signal);
  const progress = progressOf(signal, mission);
  if (progress) log("info", progress.message, progress.fields);
  const measures = measure(signal, mission);
  if (lost_hints === 0) return measures;
  log("warn", "hints lost", { signal: signal.id, lost_hints });
  return [...measures, counted("SocketHintsLost", lost_hints)];
}

/** The mission a signal is about: the aggregate it was said on, when that is one. */
function missionOf(signal: Signal): string | undefined {
  const { kind, id } = aggregateOf(signal);
  return kind === "X" ? id : undefined;
}
