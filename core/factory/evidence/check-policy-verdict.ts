import type { PackFiles } from "#core/evidence/files.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { CONFIRM_GATE } from "#core/factory/conversation/confirm-gate.ts";
import { POLICY_FILE } from "#core/factory/evidence/files.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { GateFacts } from "#core/governance/gate/signals.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

type PolicyVerdict = GateFacts["gantry.policy.allowed"];

/** The actor kind of a machine in signals. */
const ACTOR_KIND = { service: "integration", agent: "agent" } as const;

/** The policy verdicts in a log that allowed a machine to start this mission. */
export function verdictsFor({ id, plan_hash }: Mission, log: readonly AnySignal[]): readonly PolicyVerdict[] {
  return log
    .filter(({ type }) => type === "gantry.policy.allowed")
    .map(({ data }) => data as unknown as PolicyVerdict)
    .filter((verdict) => verdict.execution_id === id && verdict.snapshot_sha256 === plan_hash);
}

/**
 * A mission that no person confirmed must have been started by the machine that the verdict names, under the policy
 * that it is pinned to, and that policy must allow machines to start missions.
 */
export function requirePolicyVerdict(
  verdict: PolicyVerdict,
  { pins, requester }: Mission,
  [begun]: readonly AnySignal[],
  files: PackFiles,
): void {
  if (verdict.gate !== CONFIRM_GATE || verdict.policy.sha256 !== pins.policy?.sha256)
    throw new Refusal(
      "DECISION_WRONG",
      "The policy's verdict does not concern the confirmation of this plan.",
    );
  const isRequester = begun?.actorkind === ACTOR_KIND[verdict.requester_kind] && begun.authid === requester;
  if (!isRequester || requester !== verdict.requester)
    throw new Refusal(
      "DECISION_WRONG",
      "The mission was not started by the machine that the policy allowed.",
    );
  if (!letsMachines(files.get(POLICY_FILE)))
    throw new Refusal("DECISION_WRONG", "The sealed policy does not allow machines to start missions.");
}

/** Whether the policy allows machines to start missions. `requireRecords` checks that it is the pinned policy. */
function letsMachines(policy: Uint8Array | undefined): boolean {
  try {
    const { gates } = JSON.parse(new TextDecoder().decode(policy)) as { gates?: Record<string, unknown> };
    return gates?.[CONFIRM_GATE] === "allow";
  } catch {
    return false;
  }
}
