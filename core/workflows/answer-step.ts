import { type AggregateRef, stepKey } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { recordOf } from "#core/workflows/record.ts";
import type { Run } from "#core/workflows/run.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

/** Completes the task that waits for a step, if the step is running. Only the first completion of a token counts. */
export async function answerStep(
  { ledger, store, workflows }: WithLedger & WithStore & WithWorkflows,
  ref: AggregateRef,
  step: string,
): Promise<void> {
  const run = await ledger.load<Run>(ref);
  const record = run && recordOf(run.records, { step, undo: false });
  if (record?.state !== "running") return;
  const kept = await store.get(stepKey(ref, step, record.attempt));
  if (typeof kept?.token === "string") await workflows.succeed(kept.token, {});
}
