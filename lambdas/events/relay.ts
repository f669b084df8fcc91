import { readSignal, type StreamRecord } from "#adapters/dynamodb/stream.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { push } from "#adapters/parts/push.ts";
import { store } from "#adapters/parts/store.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { relay } from "#core/mission/relay.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { log } from "#lambdas/runtime/log.ts";

const factory = factoryOf(ledger, store, workflows, push, policy);

/** The table's stream. Records are handled in order; the first that fails, and those behind it, come again. */
export async function handler({
  Records,
}: {
  Records: readonly StreamRecord[];
}): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  for (const record of Records) {
    const signal = readSignal(record);
    if (!signal) continue;
    try {
      const { lost_hints } = await relay(factory(), signal);
      if (lost_hints > 0) log("warn", "hints lost", { signal: signal.id, lost_hints });
    } catch (error) {
      log("error", "relay failed", { signal: signal.id, type: signal.type, error });
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}
