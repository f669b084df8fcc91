import { type Conversation, conversations } from "#core/factory/conversation/conversation.ts";
import { FACTORY_MISSION } from "#core/factory/mission/definition.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { Begun, GateHost, NewPins } from "#core/governance/gate/hosts.ts";

/** The host of gates on consultations: the approval of a plan starts its mission. */
export const conversationHost = {
  projection: conversations,
  approval: { makeId: (ids) => ids.make("m"), begin: beginMission },
} satisfies GateHost<Conversation>;

function beginMission(
  { tenant, id, plan, plan_hash }: Conversation,
  { execution_id: mission, requester }: Begun,
  { policy }: NewPins,
) {
  const created = {
    workflow: FACTORY_MISSION,
    policy,
    plan: plan as Plan,
    plan_hash: plan_hash as string,
    project: projectName(plan as Plan, mission),
    conversation_id: id,
    requester: requester.id,
    retry_of: null,
  };
  return [
    {
      ref: missionRef(tenant, mission),
      projection: missions,
      drafts: [missionSignal("gantry.mission.created", created, { actor: requester })],
    },
  ];
}

/** The project that a plan changes; for a new one its project name with a suffix, because names of repositories and domains are shared and would collide. */
export function projectName(plan: Plan, mission: string): string {
  return plan.change?.project ?? `${plan.project_name}-${mission.slice(-6)}`;
}
