import { confirmTerms } from "#core/factory/conversation/confirm-gate.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { DecisionBasis } from "#core/governance/gate/decision.ts";
import type { GateTerms } from "#core/governance/gate/plan.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** The gate of a direct build: the person approves in advance what is built from their words. */
export const WORDS_GATE = "build.words";

/** What a person approves with a direct build: their words and the settings, not a plan that they did not see. */
export const basisOf = ({ request, deploy, publish }: Plan): DecisionBasis => ({
  kind: "words",
  words_sha256: sha256Hex(request.join("\n")),
  deploy,
  publish,
});

/** The terms of the gate, which differ from those of a plan's confirmation in what is decided on. */
export function wordsTerms(plan: Plan, policy: DefinitionRef): GateTerms {
  return {
    ...confirmTerms(plan, policy, "words"),
    name: WORDS_GATE,
    snapshot_sha256: canonicalHash(basisOf(plan)),
  };
}
