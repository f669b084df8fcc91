import { UNHEARD } from "#core/factory/conversation/progress.ts";
import type { WithDocumentation } from "#core/factory/documentation/passage.ts";
import { listMissions } from "#core/factory/mission/find.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { type ChatReply, chat, type Exchange, faultsOf, replyOf } from "#core/factory/prompts/chat.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { ask } from "#core/model/ask.ts";
import type { CallServices } from "#core/model/call.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import { timeLimitMs } from "#core/model/pace.ts";

/** Number of recent missions, and of earlier questions, that are part of the prompt. */
const RECENT = 10;
const EARLIER = 4;

interface Asked {
  readonly question: string;
  /** What was asked and answered before, oldest first. */
  readonly earlier: readonly Exchange[];
}

/**
 * Answers a question from the product's documentation and the caller's own missions, and names the sections it used. Calls
 * `onUnusable` for each model call but the one that it returns, and
 * tells `progress` the answer as it arrives. Stores nothing.
 */
export async function answerQuestion(
  services: WithStore & CallServices & WithModels & WithPolicy & WithDocumentation,
  caller: Caller,
  { question, earlier }: Asked,
  onUnusable: (call: CallRecord) => Promise<void> | void,
  progress = UNHEARD,
): Promise<ChatReply & { readonly call: CallRecord }> {
  progress.doing("searching");
  const { entries: recent } = await listMissions(services, caller, { limit: RECENT });
  const missions = recent.map(({ id, plan, phase }) => ({ id, title: plan.title, phase }));
  const find = await services.documentation();
  const documentation = find(question);
  progress.doing("answering");
  const { answer, call } = await ask(
    services,
    chat,
    { question, documentation, context: { missions, earlier: earlier.slice(-EARLIER) } },
    {
      model: services.models.chat,
      payer: { tenant: caller.tenant, limits: services.policy.models },
      timeout_ms: timeLimitMs("chat", chat.agent),
      onUnusable,
      hear: { member: "answer", text: progress.text },
      faults: (answer) => faultsOf(answer, documentation),
    },
  );
  return { ...replyOf(answer, documentation), call };
}
