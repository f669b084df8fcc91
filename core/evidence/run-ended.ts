import { markRunUnsealed, type SealServices, sealRun } from "#core/evidence/seal-run.ts";
import { endingOf, type MachineEnding } from "#core/workflows/machine-ending.ts";
import type { RunInput } from "#core/workflows/open-run.ts";

/**
 * * Handles the end of a run's state machine. After a regular end everything is already recorded and nothing changes;
 * when the machine was aborted, failed or could not seal, the run is ended and sealed here.
 */
export async function onRunEnded(
  services: SealServices,
  { tenant, execution_id, ...ending }: RunInput & MachineEnding,
): Promise<void> {
  const run = { tenant, execution_id };
  try {
    await sealRun(services, { ...run, ...endingOf(ending) });
  } catch (error) {
    await markRunUnsealed(services, run);
    throw error;
  }
}
