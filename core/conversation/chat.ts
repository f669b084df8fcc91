import type { Caller } from "#core/caller.ts";
import type { Factory } from "#core/factory.ts";
import { listMissions } from "#core/mission/find.ts";
import { ask, type CallRecord } from "#core/model/ask.ts";
import { timeLimitMs } from "#core/model/pace.ts";
import { type ChatAnswer, chat } from "#core/prompts/chat.ts";

/** How many of the newest missions the model is told of. */
const RECENT = 10;

/** Answers a question about architecture or this installation. `onCall` is told of each model call. Changes nothing. */
export async function answerQuestion(
  factory: Pick<Factory, "store" | "converser" | "clock" | "models">,
  caller: Caller,
  question: string,
  onCall: (call: CallRecord) => void,
): Promise<ChatAnswer> {
  const { entries: recent } = await listMissions(factory, caller, { limit: RECENT });
  const missions = recent.map(({ id, plan, phase }) => ({ id, title: plan.title, phase }));
  const { answer, call } = await ask(
    factory,
    chat,
    { question, context: { missions } },
    { model: factory.models.chat, timeout_ms: timeLimitMs("chat", chat), onUnusable: onCall },
  );
  onCall(call);
  return answer;
}
