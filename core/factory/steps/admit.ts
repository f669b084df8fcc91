import { admit } from "#core/factory/admission.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { openMission, policyOf, recordPhase, type StepInput } from "#core/factory/steps/context.ts";
import { changeSlots, slotTokenKey } from "#core/factory/steps/slots.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { keepTaskToken } from "#core/kernel/task-token.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

export interface AdmitInput extends StepInput {
  readonly token: string;
}

/**
 * Requests a slot for a mission. Its task is completed when the mission has a slot, possibly at once. Returns the
 * number of the tenant's waiting missions.
 */
export async function admitMission(
  services: WithLedger & WithStore & WithClock & WithWorkflows & WithPolicies,
  input: AdmitInput,
): Promise<{ waiting: number }> {
  // Store the token before reading the mission: a concurrent cancellation is seen here, or finds the token.
  await keepTaskToken(services, slotTokenKey(input.tenant, input.mission_id), input.token);
  const mission = await openMission(services, input);
  mission.enter("QUEUED");
  await recordPhase(mission);
  const { concurrent_missions } = (await policyOf(services, mission.state)).missions;
  const { waiting } = await changeSlots(services, input.tenant, (state) =>
    readmit(admit(state, input.mission_id, concurrent_missions), input.mission_id),
  );
  return { waiting: waiting.length };
}

/** Marks a running mission as not notified: a repeated step has a new task token, which must be completed as well. */
function readmit(state: ReturnType<typeof admit>, mission: string) {
  const running = state.running.map((entry) =>
    entry.mission === mission && entry.notified ? { ...entry, notified: false } : entry,
  );
  return running.some((entry, index) => entry !== state.running[index]) ? { ...state, running } : state;
}
