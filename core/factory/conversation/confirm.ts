import { planGateDrafts } from "#core/factory/conversation/confirm-gate.ts";
import { type Conversation, conversationRef } from "#core/factory/conversation/conversation.ts";
import { conversationHost } from "#core/factory/conversation/host.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { pinsOf, policyRef } from "#core/factory/policy/pin.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { decideOn } from "#core/governance/gate/decide.ts";
import type { OpenSubject } from "#core/governance/gate/hosts.ts";
import type { Caller, HumanCaller } from "#core/identity/caller.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/**
 * Records a person's APPROVE of exactly the plan they saw, with their words. Decision and mission are stored in one
 * transaction; of concurrent confirmations one starts the mission, and the others return the same conversation. Throws
 * StalePlan for another plan.
 */
export async function confirm(
  services: WithStore & WithArtifacts & WithIds & WithPolicy,
  caller: HumanCaller,
  conversation: OpenConversation,
  said: { readonly hash: string; readonly words: string },
): Promise<Conversation> {
  requirePlan(conversation.state, said.hash);
  await renewGate(conversation, policyRef(services.policy));
  const { gate } = requirePlan(conversation.state, said.hash);
  if (gate?.state !== "open") return conversation.state;
  try {
    await decideOn({ ...services, pin: pinsOf(services) }, caller, subjectOf(caller, conversation), {
      gate_id: gate.gate_id,
      epoch: gate.epoch,
      snapshot_sha256: said.hash,
      type: "APPROVE",
      justification: said.words,
    });
  } catch (error) {
    // If another confirmation of this plan came first, return its result. If the plan has changed, requirePlan throws.
    const lost = error instanceof GantryError && ["AlreadyDecided", "StaleGate"].includes(error.code);
    if (!lost || requirePlan(conversation.state, said.hash).status !== "confirmed") throw error;
  }
  return conversation.state;
}

/** Replaces the open gate if the policy has changed: a mission runs under the policy that its gate was opened under. */
export async function renewGate(conversation: OpenConversation, policy: DefinitionRef): Promise<void> {
  const isOutdated = ({ gate }: Conversation) =>
    gate?.state === "open" && gate.policy.sha256 !== policy.sha256;
  if (!isOutdated(conversation.state)) return;
  await conversation.append((state) =>
    state?.plan && isOutdated(state)
      ? { drafts: planGateDrafts(state, state.plan, policy, "The policy has changed.") }
      : null,
  );
}

/** The consultation as the subject of its gates. */
export function subjectOf({ tenant }: Pick<Caller, "tenant">, conversation: OpenConversation): OpenSubject {
  return {
    ref: conversationRef(tenant, conversation.state.id),
    host: conversationHost,
    append: conversation.append as OpenSubject["append"],
    get state() {
      return conversation.state;
    },
  };
}

/** The conversation, if it shows the plan with this hash, which `field` of the request names. Throws StalePlan. */
export function requirePlan(conversation: Conversation, hash: string, field = "confirm"): Conversation {
  if (conversation.plan_hash === hash) return conversation;
  const sentence = conversation.plan_hash
    ? `The plan has changed since it was shown; read it again and ${field === "confirm" ? "confirm" : "name"} its new hash.`
    : `There is no plan to ${field === "confirm" ? "confirm" : "change"} yet.`;
  throw new GantryError("StalePlan", sentence, {
    field,
    detail: { plan_hash: conversation.plan_hash },
  });
}
