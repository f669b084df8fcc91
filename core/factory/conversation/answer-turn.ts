import { findReleasedApp, type ReleasedApp } from "#core/factory/change/released-app.ts";
import type { WithRepositoryReader } from "#core/factory/change/repository/reader.ts";
import { takeInCommits } from "#core/factory/change/repository/take-in-commits.ts";
import { type AnswerServices, answerMessage } from "#core/factory/conversation/answer-message.ts";
import { type BuildServices, buildWithoutConfirmation } from "#core/factory/conversation/build-directly.ts";
import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { type OpenConversation, openConversation } from "#core/factory/conversation/open.ts";
import type { ConversationTurn } from "#core/factory/conversation/turns.ts";
import { callerSchema } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";

type Services = AnswerServices & BuildServices & WithRepositoryReader;

/** How often a turn is started before its message stays without an answer: processes die, but not twice by chance. */
const MAX_ATTEMPTS = 2;

/**
 * Answers a message after its request, and starts the mission if the message itself was the decision. Idempotent: does
 * nothing for a message that was answered or is no longer the newest. An error of the model ends the turn and is
 * recorded for the one who waits; any other error is thrown, and the next call tries again.
 */
export async function answerTurn(services: Services, turn: ConversationTurn): Promise<void> {
  const opened = await openConversation(services, turn, turn.conversation_id);
  if (await begin(opened, turn)) await answer(services, opened);
  await build(services, opened, turn);
}

/** Records the attempt. Returns false if there is nothing to answer, or after too many attempts. */
async function begin(opened: OpenConversation, { message }: ConversationTurn): Promise<boolean> {
  const { signals } = await opened.append((current) => {
    if (!isPlanning(current, message)) return null;
    return (current.attempts ?? 0) < MAX_ATTEMPTS
      ? { drafts: [{ type: "gantry.conversation.turn_started", data: { answers: message }, actor: SYSTEM }] }
      : { drafts: [unanswered(message, GAVE_UP)] };
  });
  return signals.some(({ type }) => type === "gantry.conversation.turn_started");
}

const GAVE_UP = new GantryError("Internal", "The consultant failed repeatedly; send the message again.");

async function answer(services: Services, opened: OpenConversation): Promise<void> {
  const { newest } = opened.state;
  try {
    await answerMessage(services, opened, await releasedApp(services, opened.state));
  } catch (error) {
    if (!(error instanceof GantryError) || error.code === "Conflict" || error.code === "Internal")
      throw error;
    await opened.append((current) =>
      isPlanning(current, newest) ? { drafts: [unanswered(newest, error)] } : null,
    );
  }
}

/** The app that the consultation is to change, with what was committed to its repository. */
async function releasedApp(
  services: Services,
  { tenant, project }: Conversation,
): Promise<ReleasedApp | undefined> {
  if (project === undefined) return undefined;
  return takeInCommits(services, tenant, await findReleasedApp(services, { tenant }, project));
}

/** Starts the mission of a message that approved in advance what is built from it. */
async function build(
  services: BuildServices,
  opened: OpenConversation,
  { message }: ConversationTurn,
): Promise<void> {
  const { newest, status, plan, commission } = opened.state;
  if (newest !== message || status !== "awaiting_confirmation" || !plan || !commission) return;
  await buildWithoutConfirmation(services, callerSchema.parse(commission), opened);
}

const isPlanning = (state: Conversation | null, message: number): state is Conversation =>
  state?.status === "planning" && state.newest === message;

const unanswered = (answers: number, { code, message }: GantryError) => ({
  type: "gantry.conversation.unanswered",
  data: { answers, code, message },
  actor: SYSTEM,
});
