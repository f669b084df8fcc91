import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import { planGateDrafts } from "#core/factory/conversation/confirm-gate.ts";
import {
  type Conversation,
  indexInRequest,
  isAnswered,
  requestOf,
} from "#core/factory/conversation/conversation.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { type ProposeServices, propose, type Wish } from "#core/factory/plan/propose.ts";
import { policyRef } from "#core/factory/policy/pin.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { CallRecord } from "#core/model/call-record.ts";

export type AnswerServices = ProposeServices & WithLedger;

/**
 * Calls the consultant and records its answer, unless the consultation was confirmed in the meantime. An answer to an
 * older message, or a second one to the same message, is recorded but does not change the state. `released` is the app
 * that the consultation is about, if it is about one that exists.
 */
export async function answerMessage(
  services: AnswerServices,
  opened: OpenConversation,
  released?: ReleasedApp,
): Promise<Conversation> {
  const conversation = opened.state;
  const actor = { kind: "agent", id: "consultant" } as const;
  const called = (call: CallRecord) => ({ type: "gantry.model.called", data: { ...call }, actor });
  const { call, plan, ...said } = await propose(services, wishOf(conversation, released), {
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

function wishOf(conversation: Conversation, released: ReleasedApp | undefined): Wish {
  const { tenant, last_plan: previous, deploy, publish, theme, theme_at, image_at } = conversation;
  const image = conversation.image && {
    ...conversation.image,
    since: indexInRequest(conversation, image_at),
  };
  const wish = { tenant, words: requestOf(conversation), previous, deploy, publish, image };
  return {
    ...wish,
    ...(theme !== undefined && { theme: { id: theme, since: indexInRequest(conversation, theme_at) } }),
    ...(released ? { released } : {}),
  };
}
