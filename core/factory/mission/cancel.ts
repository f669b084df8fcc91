import type { WithBuilders } from "#core/factory/build/builders.ts";
import { isMission } from "#core/factory/mission/find.ts";
import { finalPhase, type Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import { rejectionOf } from "#core/governance/gate/person-decision.ts";
import { decisionDrafts } from "#core/governance/gate/plan.ts";
import { human } from "#core/identity/actor.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import { aggregatePk } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

const REASON = "A person asked for it.";

/**
 * Requests the cancellation of a mission. Records the request and, if the mission waits at a gate, the person's
 * REJECT of it, then ends the step that waits for a slot or builder. Running steps check for cancellation before their
 * next effect, so a cancelled mission is always sealed. Throws NotFound, and IllegalTransition for an ended mission.
 */
export async function cancelMission(
  services: WithLedger & WithStore & WithWorkflows & WithBuilders & WithIds,
  caller: HumanCaller,
  id: string,
): Promise<Mission> {
  const decision_id = services.ids.make("dec");
  const ref = missionRef(caller.tenant, id);
  const { state } = await services.ledger.append(missions, ref, (mission) => {
    if (!mission || !isMission(mission))
      throw new GantryError("NotFound", `There is no mission ${id}.`, { field: "id" });
    if (hasEnded(mission.state))
      throw new GantryError("IllegalTransition", `The mission has already ended as ${finalPhase(mission)}.`, {
        field: "id",
      });
    if (mission.cancel_requested_at) return null;
    return {
      drafts: [
        missionSignal("gantry.mission.cancel_requested", { reason: REASON }, { actor: human(caller) }),
        ...rejectionDrafts(mission, caller, decision_id),
      ],
    };
  });
  await wake(services, aggregatePk(ref));
  return state;
}

/** The caller's REJECT of the open gate of the mission. The right to cancel includes the right to reject. */
function rejectionDrafts(mission: Mission, caller: HumanCaller, decision_id: string): SignalDraft[] {
  const { gate } = mission;
  if (gate?.state !== "open") return [];
  return decisionDrafts(
    mission,
    rejectionOf(gate, caller, { decision_id, execution_id: mission.id }, REASON),
  );
}

async function wake(
  { store, workflows, builders }: WithStore & WithWorkflows & WithBuilders,
  pk: string,
): Promise<void> {
  for (const step of await store.query({ pk, prefix: "STEP#" })) {
    if (typeof step.token === "string")
      await workflows.fail(step.token, "Cancelled", "The mission was cancelled.");
    if (typeof step.task === "string") await builders.stop(step.task, "The mission was cancelled.");
  }
}
