import type { StepInput } from "#core/factory/steps/context.ts";
import { markUnsealed, sealMission } from "#core/factory/steps/seal.ts";
import { endingOf, type MachineEnding } from "#core/workflows/machine-ending.ts";

/**
 * The machine itself ended. When it ended by its own last step everything is recorded already and this changes
 * nothing; when it was aborted, broke or could not seal, the mission is sealed and its slot freed here.
 */
export async function onExecutionEnded(
  services: Parameters<typeof sealMission>[0],
  { tenant, mission_id, ...ending }: StepInput & MachineEnding,
): Promise<void> {
  const input = { tenant, mission_id, ...endingOf(ending) };
  try {
    await sealMission(services, input);
  } catch (error) {
    await markUnsealed(services, input);
    throw error;
  }
}
