import { renewGate, requirePlan, subjectOf } from "#core/factory/conversation/confirm.ts";
import { CONFIRM_GATE } from "#core/factory/conversation/confirm-gate.ts";
import type { Conversation } from "#core/factory/conversation/conversation.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { pinsOf, policyRef } from "#core/factory/policy/pin.ts";
import type { Policy, WithPolicy } from "#core/factory/policy/policy.ts";
import { allowByPolicy } from "#core/governance/gate/allow.ts";
import type { MachineCaller } from "#core/identity/caller.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";

/**
 * Confirms the shown plan for a machine: starts the mission with a recorded verdict of the policy instead of a
 * decision. Throws Forbidden, naming the gate on which a person can decide, if the policy does not allow machines to
 * start missions, and StalePlan for another plan.
 */
export async function confirmByPolicy(
  services: WithArtifacts & WithIds & WithPolicy,
  machine: MachineCaller,
  conversation: OpenConversation,
  said: { readonly hash: string; readonly words: string },
): Promise<Conversation> {
  const shown = requirePlan(conversation.state, said.hash);
  if (shown.status === "confirmed") return shown;
  requireMachinesAllowed(services.policy, shown.gate?.gate_id);
  await renewGate(conversation, policyRef(services.policy));
  const { gate } = requirePlan(conversation.state, said.hash);
  if (gate?.state !== "open") return conversation.state;
  const { gate_id } = gate;
  const request = { gate_id, snapshot_sha256: said.hash, words: said.words };
  const subject = subjectOf(machine, conversation);
  await allowByPolicy({ ids: services.ids, pin: pinsOf(services) }, machine, subject, request);
  return requirePlan(conversation.state, said.hash);
}

/** Throws Forbidden, naming the gate, unless the policy allows machines to start missions. */
export function requireMachinesAllowed({ gates }: Pick<Policy, "gates">, gate_id?: string): void {
  if (gates[CONFIRM_GATE] === "allow") return;
  throw new GantryError(
    "Forbidden",
    `The policy does not allow machines to start missions; a person must approve at the gate ${CONFIRM_GATE}.`,
    { detail: { gate: CONFIRM_GATE, ...(gate_id === undefined ? {} : { gate_id }) } },
  );
}
