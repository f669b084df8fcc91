import type { Conversation } from "#core/factory/conversation/conversation.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { spoken } from "#core/factory/spoken.ts";

/** The reply of a consultation. */
export interface ConsultAnswer {
  readonly conversation_id: string;
  readonly status: Conversation["status"];
  readonly speech: string;
  readonly question: string | null;
  readonly plan: (Plan & { hash: string }) | null;
  /** The open gate of the plan; null when there is none. */
  readonly gate_id: string | null;
  readonly mission_id?: string;
}

/** What people see of a consultation. */
export function replyOf(conversation: Conversation): ConsultAnswer {
  const { id, status, speech, question, plan, plan_hash, gate, mission_id } = conversation;
  return {
    conversation_id: id,
    status,
    speech: spoken(speech),
    question,
    plan: plan && plan_hash ? { ...plan, hash: plan_hash } : null,
    gate_id: gate?.state === "open" ? gate.gate_id : null,
    ...(mission_id ? { mission_id } : {}),
  };
}
