import { type AggregateRef, stepKey } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { completeTask } from "#core/kernel/task-token.ts";
import { recordOf } from "#core/workflows/record.ts";
import type { Run } from "#core/workflows/run.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

/** Completes the task that waits for a step, if the step is running. Idempotent. */
export async function completeStep(
  services: WithLedger & WithStore & WithWorkflows,
  ref: AggregateRef,
  step: string,
): Promise<void> {
  const run = await services.ledger.load<Run>(ref);
  const record = run && recordOf(run.records, { step, undo: false });
  if (record?.state !== "running") return;
  await completeTask(services, stepKey(ref, step, record.attempt));
}
