import { projectName } from "#core/factory/conversation/confirm.ts";
import { approval } from "#core/factory/conversation/conversation.ts";
import { findMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missions, say } from "#core/factory/mission/missions.ts";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { human } from "#core/kernel/ledger/signal.ts";
import { FACTORY_MISSION } from "#core/workflows/factory-mission.ts";

/** Starts a new mission with the plan of one that has ended. The person's call is the decision, on the new chain. */
export async function retryMission(
  services: WithLedger & WithIds & WithArtifacts & WithPolicy,
  caller: HumanCaller,
  id: string,
): Promise<Mission> {
  const { ledger, ids } = services;
  const old = await findMission({ ledger }, caller, id);
  if (!hasEnded(old.state))
    throw new GantryError("IllegalTransition", "Only a mission that has ended can be retried.", {
      field: "id",
    });
  const mission = ids.make("m");
  const { plan, plan_hash, conversation_id } = old;
  const created = {
    workflow: FACTORY_MISSION,
    policy: await pinPolicy(services, caller.tenant),
    plan,
    plan_hash,
    project: projectName(plan, mission),
    conversation_id,
    requester: caller.principal,
    retry_of: id,
  };
  const decision = approval(caller, { plan_hash, mission_id: mission, justification: `Retry of ${id}.` });
  const actor = human(caller);
  const { state } = await ledger.append(missions, missionRef(caller.tenant, mission), (current) =>
    // The id is known when a request is repeated whose process died: its mission is there.
    current
      ? null
      : {
          drafts: [
            say("gantry.mission.created", created, { actor }),
            say("gantry.decision.recorded", decision, { actor }),
          ],
        },
  );
  return state;
}
