import type { StepInput } from "#core/factory/steps/context.ts";
import { markUnsealed, sealMission } from "#core/factory/steps/seal.ts";
import { endingOf, type MachineEnding } from "#core/workflows/machine-ending.ts";

/**
 * Handles the end of a mission's state machine. After a regular end everything is already recorded and nothing changes;
 * when the machine was aborted, failed or could not seal, the mission is sealed and its slot released here.
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
