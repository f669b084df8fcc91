import { findReleasedApp } from "#core/factory/change/released-app.ts";
import { planGateDrafts } from "#core/factory/conversation/confirm-gate.ts";
import { type Conversation, isAnswered, requestOf } from "#core/factory/conversation/conversation.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { type ProposeServices, propose, type Wish } from "#core/factory/plan/propose.ts";
import { policyRef } from "#core/factory/policy/pin.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { CallRecord } from "#core/model/call-record.ts";

export type AnswerServices = ProposeServices & WithLedger;

/**
 * Calls the consultant and records its answer, unless the consultation was confirmed in the meantime. An answer to an
 * older message, or a second one to the same message, is recorded but does not change the state.
 */
export async function answerMessage(
  services: AnswerServices,
  opened: OpenConversation,
): Promise<Conversation> {
  const conversation = opened.state;
  const actor = { kind: "agent", id: "consultant" } as const;
  const called = (call: CallRecord) => ({ type: "gantry.model.called", data: { ...call }, actor });
  const { call, plan, ...said } = await propose(services, await wishOf(services, conversation), {
    onUnusable: async (unusable) => {
      await opened.append(() => ({ drafts: [called(unusable)] }));
    },
  });
  const data = { answers: conversation.newest, plan, ...said };
  const answered = { type: "gantry.conversation.answered", data, actor };
  const { state } = await opened.append((current) => {
    if (!current || current.status === "confirmed") return { drafts: [called(call)] };
    const isLate = data.answers !== current.newest || isAnswered(current);
    const asked = isLate || !plan ? [] : planGateDrafts(current, plan, policyRef(services.policy));
    return { drafts: [called(call), answered, ...asked] };
  });
  return state;
}

async function wishOf(services: AnswerServices, conversation: Conversation): Promise<Wish> {
  const { tenant, last_plan: previous, deploy, publish, image, project } = conversation;
  const words = requestOf(conversation);
  const wish = { tenant, words, previous, deploy, publish, image };
  return project === undefined
    ? wish
    : { ...wish, released: await findReleasedApp(services, conversation, project) };
}
