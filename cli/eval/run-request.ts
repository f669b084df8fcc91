import type { Context } from "#cli/context.ts";
import type { EvalRequest } from "#cli/eval/request.ts";
import type { EvalResult } from "#cli/eval/result.ts";
import { runChanges } from "#cli/eval/run-changes.ts";
import { type Mode, runTurn } from "#cli/eval/run-turn.ts";
import { consultReply, type ShownPlan } from "#cli/service/replies.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";

/** Runs one request, and the changes of its app if that is live. */
export async function runRequest(context: Context, request: EvalRequest, mode: Mode): Promise<EvalResult> {
  const { id, lang, same_as = null, checks } = request;
  const begin = (message: string) =>
    context.api.call("consult", { message, publish: mode.publish }, consultReply);
  const first = await runTurn(context, { name: id, request, begin, checks }, mode);
  return {
    id,
    request_sha256: canonicalHash(request),
    lang,
    same_as,
    ...first.result,
    plan: first.plan && shownOf(first.plan),
    words: wordsOf(first.plan),
    changes: await runChanges(context, request, first, mode),
  };
}

const shownOf = ({ hash, title, kind, stack }: ShownPlan) => ({ hash, title, kind, stack });

/** How many entries of the plan's ledger end in each way; null without a ledger. */
function wordsOf(plan: ShownPlan | null): EvalResult["words"] {
  if (!plan?.ledger) return null;
  const words = { met: 0, met_by_kind: 0, refused: 0, asked: 0, context: 0 };
  for (const { outcome } of plan.ledger) words[outcome] += 1;
  return words;
}
