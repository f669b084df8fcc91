import { approveWords } from "#core/factory/conversation/approve-words.ts";
import { confirmByPolicy, requireMachinesAllowed } from "#core/factory/conversation/confirm-by-policy.ts";
import { consult } from "#core/factory/conversation/consult.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import { replyOf } from "#core/factory/conversation/reply.ts";
import { type Caller, isHuman } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";

export interface Commission {
  readonly mission_id: string;
  readonly conversation_id: string;
  readonly speech: string;
}

/**
 * Plans and starts a mission in one request: the person approves their words and the settings, or the policy allows this for machines. Throws UnsupportedRequest, with the consultant's reply, when there is no
 * plan, and Forbidden, before any model call, for a machine that the policy does not allow to start missions.
 */
export async function commission(
  services: Parameters<typeof consult>[0],
  caller: Caller,
  { voice_memo, deploy, publish }: { voice_memo: string; deploy: boolean; publish: boolean },
): Promise<Commission> {
  if (!isHuman(caller)) requireMachinesAllowed(services.policy);
  const message = { message: voice_memo, deploy, publish };
  const { conversation_id, plan, speech } = await consult(services, caller, message, "voice_memo");
  if (!plan)
    throw new GantryError("UnsupportedRequest", speech, { field: "voice_memo", detail: { conversation_id } });
  const conversation = await openConversation(services, caller, conversation_id);
  const confirmed = isHuman(caller)
    ? await approveWords(services, caller, conversation)
    : await confirmByPolicy(services, caller, conversation, { hash: plan.hash, words: voice_memo });
  const begun = replyOf(confirmed);
  if (!begun.mission_id) throw new GantryError("Internal", "The confirmation did not start a mission.");
  return { mission_id: begun.mission_id, conversation_id, speech: begun.speech };
}
