import { buildWithoutConfirmation } from "#core/factory/conversation/build-directly.ts";
import { requireMachinesAllowed } from "#core/factory/conversation/confirm-by-policy.ts";
import { takeTurn } from "#core/factory/conversation/consult.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import { type BriefReply, briefReplyOf } from "#core/factory/conversation/reply.ts";
import { spoken } from "#core/factory/spoken.ts";
import { type Caller, isHuman } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";

interface CommissionInput {
  readonly voice_memo: string;
  readonly deploy: boolean;
  readonly publish: boolean;
  readonly design_target?: string | undefined;
}

export interface Commission {
  /** Null while the plan is not ready: the mission starts by itself when it is. */
  readonly mission_id: string | null;
  readonly conversation_id: string;
  readonly speech: string;
}

/**
 * Plans and starts a mission in one request: the person approves their words and the settings, or the policy allows
 * this for machines. Throws UnsupportedRequest, with the consultant's reply, when there is no plan, and Forbidden,
 * before any model call, for a machine that the policy does not allow to start missions.
 */
export async function commission(
  services: Parameters<typeof takeTurn>[0],
  caller: Caller,
  { voice_memo, ...settings }: CommissionInput,
): Promise<Commission> {
  if (!isHuman(caller)) requireMachinesAllowed(services.policy);
  const message = { message: voice_memo, ...settings };
  const { id, status, plan, speech } = await takeTurn(services, caller, message, {
    field: "voice_memo",
    isCommission: true,
  });
  const conversation = await openConversation(services, caller, id);
  if (status === "planning") return commissionOf(briefReplyOf(conversation.state));
  if (!plan)
    throw new GantryError("UnsupportedRequest", spoken(speech), {
      field: "voice_memo",
      detail: { conversation_id: id },
    });
  const begun = commissionOf(briefReplyOf(await buildWithoutConfirmation(services, caller, conversation)));
  if (!begun.mission_id) throw new GantryError("Internal", "The confirmation did not start a mission.");
  return begun;
}

const commissionOf = ({ mission_id, conversation_id, speech }: BriefReply): Commission => ({
  mission_id: mission_id ?? null,
  conversation_id,
  speech,
});
