import type { Caller } from "#core/caller.ts";
import { projectName } from "#core/conversation/confirm.ts";
import { CONFIRM_GATE } from "#core/conversation/conversation.ts";
import { GantryError } from "#core/errors.ts";
import { hasEnded } from "#core/execution.ts";
import type { Factory } from "#core/factory.ts";
import { findMission } from "#core/mission/find.ts";
import type { Mission } from "#core/mission/mission.ts";
import { missionRef, missions, say } from "#core/mission/missions.ts";

/** Starts a new mission with the plan of one that has ended. The person's call is the decision, on the new chain. */
export async function retryMission(
  { ledger, ids }: Pick<Factory, "ledger" | "ids">,
  caller: Caller,
  id: string,
): Promise<Mission> {
  const old = await findMission({ ledger }, caller, id);
  if (!hasEnded(old.status))
    throw new GantryError("IllegalTransition", "Only a mission that has ended can be retried.", {
      field: "id",
    });
  const mission = ids.make("m");
  const { plan, plan_hash, conversation_id } = old;
  const created = {
    plan,
    plan_hash,
    project: projectName(plan, mission),
    conversation_id,
    requester: caller.user,
    retry_of: id,
  };
  const decision = {
    gate: CONFIRM_GATE,
    verdict: "APPROVE",
    actor: caller.user,
    role: caller.role,
    justification: `Retry of ${id}.`,
    snapshot_sha256: plan_hash,
    mission_id: mission,
  } as const;
  const actor = { kind: "human", id: caller.user } as const;
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
