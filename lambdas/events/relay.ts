import { readSignal, type StreamRecord } from "#adapters/dynamodb/stream.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { push } from "#adapters/parts/push.ts";
import { store } from "#adapters/parts/store.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import type { Signal } from "#core/ledger/signal.ts";
import { counted, measureSignal } from "#core/mission/measure.ts";
import { relay } from "#core/mission/relay.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
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

const factory = factoryOf(ledger, store, workflows, push, policy);

/** The table's stream. Records are handled in order; the first that fails, and those behind it, come again. */
export function handler({ Records }: Batch, context?: LambdaContext): Promise<BatchAnswer> {
  return invoke(context, undefined, async () => {
    for (const record of Records) {
      if (!(await handled(record)))
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }] };
    }
    return { batchItemFailures: [] };
  });
}

async function handled(record: StreamRecord): Promise<boolean> {
  try {
    const signal = readSignal(record);
    return signal === undefined || (await about(missionOf(signal), () => passedOn(signal)));
  } catch (error) {
    log("error", "record is not readable", { record: record.dynamodb.SequenceNumber, error });
    return false;
  }
}

/** Whether the signal reached everybody. Only then it is measured: one that comes again would count twice. */
async function passedOn(signal: Signal): Promise<boolean> {
  try {
    const measures = await traced(async () => {
      const { lost_hints } = await relay(factory(), signal);
      if (lost_hints > 0) log("warn", "hints lost", { signal: signal.id, lost_hints });
      const lost = lost_hints > 0 ? [counted("SocketHintsLost", lost_hints)] : [];
      return [...(await measureSignal(factory(), signal)), ...lost];
    });
    emit(measures);
    return true;
  } catch (error) {
    log("error", "relay failed", { signal: signal.id, type: signal.type, error });
    return false;
  }
}

/** The mission a signal is about: the aggregate it was said on, when that is one. */
function missionOf({ source }: Signal): string | undefined {
  const [, , , kind, id] = source.split("/");
  return kind === "X" ? id : undefined;
}
