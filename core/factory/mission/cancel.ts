import type { WithBuilders } from "#core/factory/build/builders.ts";
import { finalPhase, type Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missions, say } from "#core/factory/mission/missions.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { aggregatePk } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { human } from "#core/kernel/ledger/signal.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

/**
 * Asks a mission to stop. The wish is recorded first; then the step that waits for a slot or a builder is told. Steps
 * that are at work see the wish before their next effect, so the mission always ends through its seal.
 */
export async function cancelMission(
  services: WithLedger & WithStore & WithWorkflows & WithBuilders,
  caller: HumanCaller,
  id: string,
): Promise<Mission> {
  const ref = missionRef(caller.tenant, id);
  const { state } = await services.ledger.append(missions, ref, (mission) => {
    if (!mission) throw new GantryError("NotFound", `There is no mission ${id}.`, { field: "id" });
    if (hasEnded(mission.state))
      throw new GantryError("IllegalTransition", `The mission has ended as ${finalPhase(mission)}.`, {
        field: "id",
      });
    if (mission.cancel_requested_at) return null;
    return {
      drafts: [
        say(
          "gantry.mission.cancel_requested",
          { reason: "A person asked for it." },
          { actor: human(caller) },
        ),
      ],
    };
  });
  await wake(services, aggregatePk(ref));
  return state;
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
