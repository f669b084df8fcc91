import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { type FixedFeature, fixedFeatures } from "#core/factory/plan/fixed-features.ts";
import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { spokenPlan } from "#core/factory/plan/spoken-plan.ts";
import { themeOf } from "#core/factory/themes/themes.ts";
import { NO_USAGE } from "#core/governance/execution/usage.ts";
import { usdOf } from "#core/kernel/micro-usd.ts";

/** The consultant's word for what a consultation needs next. */
export const CONSULTANT_STATUSES = [
  "PLANNING",
  "NEEDS_INPUT",
  "NEEDS_CONFIRMATION",
  "READY_TO_BUILD",
] as const;
type ConsultantStatus = (typeof CONSULTANT_STATUSES)[number];

/** The short reply of a consultation, for people who listen and for lists. */
export interface BriefReply<S extends string = ConsultantStatus> {
  readonly conversation_id: string;
  readonly state: Conversation["status"];
  readonly status: S;
  readonly speech: string;
  readonly question: string | null;
  readonly plan: (Plan & { hash: string }) | null;
  /** The open gate of the plan; null when there is none. */
  readonly gate_id: string | null;
  readonly mission_id?: string;
}

/** The reply of a consultation with what the consultant made of the request. */
export interface ConsultAnswer extends BriefReply {
  /** The reply in full: `speech` without its limit, with the question. */
  readonly response: string;
  readonly pending_question: string | null;
  /** The product whose look the app follows, as `LINKEDIN`. */
  readonly design_target: string | null;
  readonly proposed_stack: Plan["stack"] | null;
  readonly features: Plan["features"];
  /** Its features that cannot be left out; none once there is nothing to confirm. */
  readonly fixed_features: readonly FixedFeature[];
  /** The share of the requested parts that the plan meets, 0 to 1; null without a request ledger. */
  readonly confidence: number | null;
  /** The words from which the app is built; null without a plan. */
  readonly build_prompt: string | null;
  /** What the consultant's model calls used so far. */
  readonly usage: {
    readonly calls: number;
    readonly input_tokens: number;
    readonly output_tokens: number;
    readonly cost_usd: number;
  };
  readonly conversation_history: { role: "user" | "assistant"; content: string }[];
}

/** What people see of a consultation. */
export function replyOf(conversation: Conversation): ConsultAnswer {
  const { speech, question, plan, messages } = conversation;
  return {
    ...briefReplyOf(conversation),
    response: question && !speech.includes(question) ? `${speech} ${question}` : speech,
    pending_question: question,
    design_target: themeOf(plan?.specification?.look.theme ?? plan?.design_theme?.id).design_target,
    proposed_stack: plan?.stack ?? null,
    features: plan?.features ?? [],
    fixed_features: plan && conversation.status === "awaiting_confirmation" ? fixedFeatures(plan) : [],
    confidence: plan?.ledger ? confidenceOf(plan.ledger) : null,
    build_prompt: plan?.request.join("\n") ?? null,
    usage: usageOf(conversation),
    conversation_history: messages.map(({ from, text }) => ({
      role: from === "person" ? "user" : "assistant",
      content: text,
    })),
  };
}

function usageOf({ usage = NO_USAGE }: Conversation): ConsultAnswer["usage"] {
  const { cost_micro_usd, ...counts } = usage;
  return { ...counts, cost_usd: usdOf(cost_micro_usd) };
}

/** The short reply of a consultation. */
export function briefReplyOf(conversation: Conversation): BriefReply {
  const { id, status, speech, question, plan, plan_hash, gate, mission_id } = conversation;
  return {
    conversation_id: id,
    state: status,
    status: STATUS[status],
    speech: spokenPlan(speech, plan),
    question,
    plan: plan && plan_hash ? { ...plan, hash: plan_hash } : null,
    gate_id: gate?.state === "open" ? gate.gate_id : null,
    ...(mission_id ? { mission_id } : {}),
  };
}

/** What a consultation that is led by voice does next, in the words of `/gantry/voice`. */
export const spokenStatus = ({ state, mission_id }: BriefReply<string>) =>
  mission_id ? "READY_TO_BUILD" : waitingStatus(state);

/** What a consultation without a mission waits for: the consultant, or the person. */
export const waitingStatus = (state: Conversation["status"]) =>
  state === "planning" ? "PLANNING" : "AWAITING_INPUT";

const STATUS = {
  open: "NEEDS_INPUT",
  planning: "PLANNING",
  awaiting_confirmation: "NEEDS_CONFIRMATION",
  confirmed: "READY_TO_BUILD",
} as const satisfies Record<Conversation["status"], ConsultantStatus>;

function confidenceOf(ledger: readonly LedgerEntry[]): number {
  const requested = ledger.filter(({ outcome }) => outcome !== "context");
  const met = requested.filter(({ outcome }) => outcome === "met" || outcome === "met_by_kind");
  return requested.length === 0 ? 1 : Math.round((100 * met.length) / requested.length) / 100;
}
