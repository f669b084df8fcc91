import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import { planGateDrafts } from "#core/factory/conversation/confirm-gate.ts";
import {
  type Conversation,
  indexInRequest,
  isAnswered,
  requestOf,
} from "#core/factory/conversation/conversation.ts";
import { offeredPlan } from "#core/factory/conversation/offered-plan.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { type ProposeServices, propose, type Wish } from "#core/factory/plan/propose.ts";
import { policyRef } from "#core/factory/policy/pin.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";
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
  const wish = await wishOf(services, conversation, released);
  const { call, plan, ...said } = await propose(services, wish, {
    onUnusable: async (unusable) => {
      await opened.append(() => ({ drafts: [called(unusable)] }));
    },
  });
  const data = { answers: conversation.newest, plan, ...said };
  const answered = { type: "gantry.conversation.answered", data, actor: call ? actor : SYSTEM };
  const calls = call ? [called(call)] : [];
  const { state } = await opened.append((current) => {
    if (!current || current.status === "confirmed") return { drafts: calls };
    const isLate = data.answers !== current.newest || isAnswered(current);
    const asked = isLate || !plan ? [] : planGateDrafts(current, plan, policyRef(services.policy));
    return { drafts: [...calls, answered, ...asked] };
  });
  return state;
}

async function wishOf(
  services: WithArtifacts,
  conversation: Conversation,
  released: ReleasedApp | undefined,
): Promise<Wish> {
  const { choices, switched } = conversation;
  const offered = switched && (await offeredPlan(services, conversation));
  const { tenant, last_plan: previous, deploy, publish, theme, theme_at, image_at } = conversation;
  const image = conversation.image && {
    ...conversation.image,
    since: indexInRequest(conversation, image_at),
  };
  const wish = { tenant, words: requestOf(conversation), previous, deploy, publish, image };
  return {
    ...wish,
    ...(theme !== undefined && { theme: { id: theme, since: indexInRequest(conversation, theme_at) } }),
    ...(choices && { choices }),
    ...(switched && offered && { switched: { features: switched, offered } }),
    ...(released ? { released } : {}),
  };
}
