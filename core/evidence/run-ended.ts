import { markRunUnsealed, type RunEnding, type SealServices, sealRun } from "#core/evidence/seal-run.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import { pendingKey } from "#core/kernel/keys.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { isOverdue } from "#core/workflows/inline/pending.ts";
import { endingOf, type MachineEnding } from "#core/workflows/machine-ending.ts";
import { openRun, type RunInput } from "#core/workflows/open-run.ts";
import { runRef } from "#core/workflows/run.ts";
import type { RunEndings } from "#core/workflows/run-endings.ts";

/**
 * Handles the end of a run's state machine. After a regular end everything is already recorded and nothing changes;
 * when the machine was aborted, failed or could not seal, the run is ended and sealed here.
 */
export async function onRunEnded<S>(
  services: SealServices & S,
  { tenant, execution_id, ...ending }: RunInput & MachineEnding,
  endings: RunEndings<S> = new Map(),
): Promise<void> {
  await sealOrMark(services, { tenant, execution_id, ...endingOf(ending) }, endings);
}

/**
 * Seals a run on the machine `inline` and removes it from the list of pending runs. A run whose request did not end it
 * within its time limit is ended first; a run that is still within its time limit is not changed.
 */
export async function settleInline(services: SealServices & WithStore, input: RunInput): Promise<void> {
  const ref = runRef(input.tenant, input.execution_id);
  const { state } = (await openRun(services, input)).state;
  if (!hasEnded(state) && !(await isOverdue(services, ref, services.clock.now()))) return;
  await sealOrMark(services, { ...input, outcome: "timed_out", error: OUT_OF_TIME }, new Map());
  await services.store.transact([{ delete: pendingKey(ref) }]);
}

const OUT_OF_TIME = {
  code: "TimedOut",
  message: "The request did not complete the run within its time limit.",
};

/** Ends and seals a run. If that fails, marks it as unsealed and rethrows. */
async function sealOrMark<S>(
  services: SealServices & S,
  ending: RunEnding,
  endings: RunEndings<S>,
): Promise<void> {
  try {
    await sealRun(services, ending, endings);
  } catch (error) {
    await markRunUnsealed(services, ending);
    throw error;
  }
}
