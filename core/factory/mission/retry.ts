import { confirmTerms } from "#core/factory/conversation/confirm-gate.ts";
import { projectName } from "#core/factory/conversation/host.ts";
import { FACTORY_MISSION } from "#core/factory/mission/definition.ts";
import { findMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import { decisionOf } from "#core/governance/gate/person-decision.ts";
import { decidedDrafts } from "#core/governance/gate/plan.ts";
import { NO_GATES } from "#core/governance/gate/subject.ts";
import { human } from "#core/identity/actor.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";

type Services = WithLedger & WithIds & WithArtifacts & WithPolicy;

/**
 * Starts a new mission with the plan of an ended one. The person's request is also the decision: it opens the plan's
 * gate on the new chain and approves it. Throws NotFound, and IllegalTransition for a mission that has not ended.
 */
export async function retryMission(services: Services, caller: HumanCaller, id: string): Promise<Mission> {
  const { ledger, ids } = services;
  const old = await findMission({ ledger }, caller, id);
  if (!hasEnded(old.state))
    throw new GantryError("IllegalTransition", "Only a mission that has ended can be retried.", {
      field: "id",
    });
  const mission = ids.make("m");
  const policy = await pinPolicy(services, caller.tenant);
  const { plan, plan_hash, conversation_id } = old;
  const created = {
    workflow: FACTORY_MISSION,
    policy,
    plan,
    plan_hash,
    project: projectName(plan, mission),
    conversation_id,
    requester: caller.principal,
    retry_of: id,
  };
  const decided = confirmationDrafts(services, caller, { mission, of: old, policy });
  const { state } = await ledger.append(missions, missionRef(caller.tenant, mission), (current) =>
    // The mission already exists when the request is repeated after a crash.
    current
      ? null
      : { drafts: [missionSignal("gantry.mission.created", created, { actor: human(caller) }), ...decided] },
  );
  return state;
}

/** The signals of the plan's gate and the person's decision on it. */
function confirmationDrafts(
  { ids }: Pick<Services, "ids">,
  caller: HumanCaller,
  retry: { readonly mission: string; readonly of: Mission; readonly policy: DefinitionRef },
): SignalDraft[] {
  const { plan, plan_hash, id } = retry.of;
  const subject = { tenant: caller.tenant, id: retry.mission, ...NO_GATES };
  return decidedDrafts("execution", subject, confirmTerms(plan, retry.policy, "retry"), (gate) =>
    decisionOf(
      gate,
      caller,
      {
        gate_id: gate.gate_id,
        epoch: gate.epoch,
        snapshot_sha256: plan_hash,
        type: "APPROVE",
        justification: `Retry of ${id}.`,
      },
      { decision_id: ids.make("dec"), execution_id: retry.mission },
    ),
  );
}
