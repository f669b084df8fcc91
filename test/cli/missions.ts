import { addSeal, type Mission, reduce } from "#core/factory/mission/mission.ts";
import { type Plan, planHash } from "#core/factory/plan/plan.ts";
import type { Signal, SignalDraft } from "#core/kernel/ledger/signal.ts";
import { missionReply } from "#lambdas/api/mission-reply.ts";
import { chain, MISSION, missionDrafts, PLAN, TENANT } from "#test/support/evidence.ts";

export const CONVERSATION = "c_0000000010000000000000000";

/** The whole log of a mission, by default of one that went well. */
export function log(drafts: readonly SignalDraft[] = missionDrafts()): Signal[] {
  return chain({ tenant: TENANT, kind: "execution", id: MISSION }, drafts);
}

/** A mission's signals up to the first of a type. */
export function draftsUntil(type: string): SignalDraft[] {
  const drafts = missionDrafts();
  return drafts.slice(0, drafts.findIndex((draft) => draft.type === type) + 1);
}

/** The mission a log leads to, sealed where it has ended, as the API shows it. */
export function shown(signals: readonly Signal[] = log()) {
  const mission = signals.reduce<Mission | null>(reduce, null) as Mission;
  if (mission.ended_at === null) return missionReply(mission);
  const [root, seal_sha256] = ["5".repeat(64), "6".repeat(64)] as const;
  const seal = { tree_size: signals.length, root, seal_sha256, version_id: "v1", key: "evidence" };
  return missionReply(addSeal(mission, seal, mission.ended_at));
}

/** The consultant's answer with its plan. */
export function proposal(change: object = {}) {
  const plan = { ...PLAN, hash: planHash(PLAN) };
  const planned = "plan" in change ? (change.plan as Plan | null) : plan;
  return {
    conversation_id: CONVERSATION,
    title: planned?.title ?? "Build me a task manager",
    archived: false,
    state: "awaiting_confirmation",
    speech: "Here is the plan.",
    question: "Shall I build it?",
    plan,
    gate_id: `conversation.${CONVERSATION}.1`,
    fixed_features: [],
    estimate: null,
    ...change,
  };
}
