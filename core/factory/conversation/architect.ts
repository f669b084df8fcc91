import { confirm } from "#core/factory/conversation/confirm.ts";
import { consult, present } from "#core/factory/conversation/consult.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";

export interface Commission {
  readonly mission_id: string;
  readonly conversation_id: string;
  readonly speech: string;
}

/**
 * Plans and confirms in one go: the person has decided beforehand on whatever plan comes of their words. Throws
 * UnsupportedRequest, with what the consultant said instead, when no plan comes of them.
 */
export async function commission(
  services: Parameters<typeof consult>[0],
  caller: HumanCaller,
  { voice_memo, deploy, publish }: { voice_memo: string; deploy: boolean; publish: boolean },
): Promise<Commission> {
  const { conversation_id, plan, speech } = await consult(services, caller, {
    message: voice_memo,
    deploy,
    publish,
  });
  if (!plan)
    throw new GantryError("UnsupportedRequest", speech, { field: "voice_memo", detail: { conversation_id } });
  const conversation = await openConversation(services, caller, conversation_id);
  const confirmed = present(
    await confirm(services, caller, conversation, { hash: plan.hash, words: voice_memo }),
  );
  if (!confirmed.mission_id) throw new GantryError("Internal", "The confirmation began no mission.");
  return { mission_id: confirmed.mission_id, conversation_id, speech: confirmed.speech };
}
