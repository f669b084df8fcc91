import { answerTurn } from "#core/factory/conversation/answer-turn.ts";
import { conversationRef } from "#core/factory/conversation/conversation.ts";
import { listConsultations } from "#core/factory/conversation/list.ts";
import { deliver, entriesOf } from "#test/core/delivery/outbox.ts";
import { memoryWorld, OWNER, type World, type WorldOptions } from "#test/support/memory-world.ts";

const LANGUAGE_MODEL = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

/** A world whose consultant is a language model. */
export function worldWithModel(options: WorldOptions = {}): World {
  const world = memoryWorld(options);
  return { ...world, models: { ...world.models, consultant: LANGUAGE_MODEL } };
}

/** Delivers the messages of all consultations of the tenant, as the table's stream brings them. */
export async function deliverMessages(world: World): Promise<void> {
  const { entries } = await listConsultations(world, OWNER, { limit: 100 });
  for (const { id } of entries)
    await deliver(
      world,
      entriesOf(world, conversationRef(OWNER.tenant, id)).filter(
        ({ signal }) => signal.type === "gantry.conversation.message_received",
      ),
    );
}

/** Answers the messages whose answers were asked for, after their requests. */
export async function answerAsked(world: World): Promise<void> {
  await deliverMessages(world);
  for (const turn of world.turns.asked.splice(0)) await answerTurn(world, turn);
}

/** Lets the consultant answer while the request waits, from now on. */
export function answerInTime(world: World): void {
  world.clock.jitter = async (ms) => {
    await answerAsked(world);
    return ms;
  };
}
