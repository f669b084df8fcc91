import { isAffirmative } from "#core/factory/conversation/affirmative.ts";
import { takeTurn } from "#core/factory/conversation/consult.ts";
import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { noPlanShown } from "#core/factory/conversation/shown-to.ts";
import { findThread, keepThread, type Thread } from "#core/factory/conversation/thread.ts";
import type { DeviceCaller } from "#core/identity/caller.ts";

type Services = Parameters<typeof takeTurn>[0];

/** How long what a device says continues the consultation that it was told of last. */
const PAUSE_MS = 10 * 60_000;

/**
 * Handles a turn of a device that names no consultation, as `takeTurn` does. Within ten minutes it continues the
 * consultation that the device was told of last, later it starts a new one. A yes confirms the plan that the device was
 * told last, within a day; throws StalePlan when there is none, or when it has changed since. `field` names the message.
 */
export async function speak(
  services: Services,
  caller: DeviceCaller,
  message: string,
  field: string,
): Promise<Conversation> {
  const thread = await findThread(services, caller);
  const isYes = isAffirmative(message);
  if (isYes && !(thread && (isAsking(thread) || thread.conversation.status !== "open")))
    throw noPlanShown(field);
  const continues = thread !== null && (isYes || isAsking(thread));
  const input = { message, ...(continues ? { conversation_id: thread.conversation.id } : {}) };
  const conversation = await takeTurn(services, caller, input, { field, isDeviceBound: true });
  await keepThread(services, caller, conversation);
  return conversation;
}

/** Whether the device can still reply to what it was told. */
const isAsking = ({ conversation, age }: Thread): boolean =>
  conversation.status !== "confirmed" && age <= PAUSE_MS;
