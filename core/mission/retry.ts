import type { WithArtifacts } from "#core/artifacts.ts";
import type { HumanCaller } from "#core/caller.ts";
import { projectName } from "#core/conversation/confirm.ts";
import { approval } from "#core/conversation/conversation.ts";
import { GantryError } from "#core/errors.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import type { WithIds } from "#core/ids.ts";
import type { WithLedger } from "#core/ledger/ledger.ts";
import { human } from "#core/ledger/signal.ts";
import { findMission } from "#core/mission/find.ts";
import type { Mission } from "#core/mission/mission.ts";
import { missionRef, missions, say } from "#core/mission/missions.ts";
import { pinPolicy } from "#core/policy/pin.ts";
import type { WithPolicy } from "#core/policy/policy.ts";
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
