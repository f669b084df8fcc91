import type { ChatAnswer, Problem } from "#sdk/typescript/api.ts";
import { ApiError } from "#sdk/typescript/errors.ts";
import { client, send } from "../service/client.ts";
import { readEvents } from "../service/read-events.ts";

type Doing = "searching" | "answering" | "planning";

/** What is known while a question is being answered. */
export interface Known {
  readonly conversation?: string;
  readonly doing?: Doing;
  readonly text: string;
}

interface Question {
  readonly message: string;
  readonly conversation_id?: string;
}

/** How often a lost connection is opened again, and the first pause, which doubles. */
const RETRIES = 3;
const PAUSE_MS = 250;
const EVENTS = { accept: "text/event-stream" };

/**
 * Asks a question and reads its answer as it arrives. A lost connection is read on; where events do not arrive, the answer
 * is requested as a whole. Rejects with what the service refuses.
 */
export async function ask(question: Question, hear: (known: Known) => void): Promise<ChatAnswer> {
  const idempotencyKey = crypto.randomUUID();
  let known: Known = { text: "" };
  let last: string | undefined;
  for (let attempt = 0; attempt <= RETRIES; attempt++) {
    if (attempt > 0) await pause(PAUSE_MS * 2 ** attempt);
    try {
      const id = known.conversation;
      const response =
        id === undefined
          ? await send("chat", question, { idempotencyKey, headers: EVENTS })
          : await send("followConversation", { id, "Last-Event-ID": last }, { headers: EVENTS });
      for await (const { id: eventId, event, data } of readEvents(response)) {
        const value = JSON.parse(data);
        if (event === "reply") return value as ChatAnswer;
        if (event === "error") throw new Refusal(value);
        last = eventId;
        known = after(known, event, value);
        hear(known);
      }
    } catch (error) {
      if (error instanceof Refusal) throw new ApiError(error.problem.status, error.problem);
      if (error instanceof ApiError && error.status < 500 && error.code !== "RequestInProgress") throw error;
    }
  }
  return whole(question, known.conversation, idempotencyKey);
}

/** The problem with which a stream ended: it is final, whatever its status is. */
class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

function after(known: Known, event: string, value: Record<string, unknown>): Known {
  if (event === "received") return { ...known, conversation: String(value.conversation_id) };
  if (event === "doing") return { ...known, doing: value.doing as Doing };
  if (event !== "text") return known;
  return { ...known, text: known.text.slice(0, Number(value.at)) + String(value.text) };
}

/** The answer without events: the chat is read until it is there. */
async function whole(
  question: Question,
  id: string | undefined,
  idempotencyKey: string,
): Promise<ChatAnswer> {
  if (id === undefined) return client.chat(question, { idempotencyKey });
  for (;;) {
    const chat = await client.conversation({ id });
    const newest = chat.messages.at(-1);
    if (chat.kind === "chat" && newest?.from === "gantry")
      return {
        conversation_id: id,
        answer: newest.text,
        sources: ("sources" in newest && newest.sources) || [],
      };
    if (chat.state !== "answering") throw new ApiError(503, {});
    await pause(2_000);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
