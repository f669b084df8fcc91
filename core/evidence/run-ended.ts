import { markRunUnsealed, type SealServices, sealRun } from "#core/evidence/seal-run.ts";
import { endingOf, type MachineEnding } from "#core/workflows/machine-ending.ts";
import type { RunInput } from "#core/workflows/open-run.ts";

/**
 * The machine of a run ended. When it ended by its own last step everything is recorded already and this changes
 * nothing; when it was aborted, broke or could not seal, the run is sealed here.
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
