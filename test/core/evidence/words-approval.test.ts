import { describe, expect, it } from "@jest/globals";
import { basisOf, WORDS_GATE, wordsTerms } from "#core/factory/conversation/words-gate.ts";
import type { MissionPackInput } from "#core/factory/evidence/mission-pack.ts";
import type { DecisionBasis } from "#core/governance/gate/decision.ts";
import { decisionOf } from "#core/governance/gate/person-decision.ts";
import { decidedDrafts } from "#core/governance/gate/plan.ts";
import { NO_GATES } from "#core/governance/gate/subject.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import { personOf } from "#test/support/callers.ts";
import {
  chain,
  confirmationDrafts,
  consultationDrafts,
  conversationOf,
  MISSION,
  makeKey,
  PLAN,
  packInput,
  TENANT,
} from "#test/support/evidence.ts";
import { verdictOn } from "#test/support/verdict.ts";

const key = makeKey();
const RIGHT = basisOf(PLAN);
const [opened] = confirmationDrafts("conversation", conversationOf(MISSION), MISSION);
const ref = { tenant: TENANT, kind: "conversation", id: conversationOf(MISSION) } as const;

interface Change {
  /** What the decision says that it is about. */
  readonly basis?: DecisionBasis | undefined;
  /** What the gate showed. */
  readonly snapshot?: string;
  readonly gate?: string;
  readonly mission?: string;
}

/** The gate of the words and the person's approval of them. */
function approval(change: Change): SignalDraft[] {
  const { basis, snapshot, gate: name, mission } = { basis: RIGHT, mission: MISSION, ...change };
  const snapshot_sha256 = snapshot ?? canonicalHash(basis ?? null);
  const terms = {
    ...wordsTerms(PLAN, opened.data.policy as DefinitionRef),
    name: name ?? WORDS_GATE,
    snapshot_sha256,
  };
  return decidedDrafts("conversation", { ...ref, ...NO_GATES }, terms, (gate) => ({
    ...decisionOf(
      gate,
      personOf({ tenant: TENANT, principal: "owner" }),
      {
        gate_id: gate.gate_id,
        epoch: 1,
        snapshot_sha256,
        type: "APPROVE",
        justification: PLAN.request.join("\n"),
      },
      { decision_id: "dec_1", execution_id: mission },
    ),
    ...(basis ? { basis } : {}),
  }));
}

const begunBy = (change: Change = {}): MissionPackInput => ({
  ...packInput(),
  consultation: chain(ref, [
    ...consultationDrafts().filter(({ type }) => !/decision|gate/.test(type)),
    ...approval(change),
  ]),
});

describe("a mission of a direct build", () => {
  it("is VALID by the person's approval of the words and settings that led to the plan", async () => {
    expect(await verdictOn(key, begunBy())).toEqual(["VALID"]);
  });

  it.each<[string, Change]>([
    ["other words", { basis: { ...RIGHT, words_sha256: "0".repeat(64) } }],
    ["another setting of deploy", { basis: { ...RIGHT, deploy: false } }],
    ["another setting of publish", { basis: { ...RIGHT, publish: false } }],
    ["no basis", { basis: undefined }],
    ["a basis that is not what the gate showed", { snapshot: "0".repeat(64) }],
    ["a plan that the person did not see", { snapshot: packInput().predicate.plan_hash }],
    ["words at the gate of a plan", { gate: "build.confirm" }],
    ["words for another mission", { mission: "m_0000000020000000000000000" }],
  ])("is INVALID by an approval of %s", async (_, change) => {
    expect(await verdictOn(key, begunBy(change))).toEqual(["INVALID", "DECISION_WRONG"]);
  });
});
