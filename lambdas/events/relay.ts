import { readSignal, type StreamRecord } from "#adapters/dynamodb/stream.ts";
import { relay } from "#core/mission/relay.ts";
import { factory } from "#lambdas/runtime/factory.ts";
import { log } from "#lambdas/runtime/log.ts";

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
