import type { Context } from "#cli/context.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { awaitPlan } from "#cli/missions/await-plan.ts";
import { failedResult, seeThrough } from "#cli/missions/outcome.ts";
import { showPlan } from "#cli/missions/show-plan.ts";
import { type ConsultReply, consultReply, type ShownPlan } from "#cli/service/replies.ts";
import { askText } from "#cli/terminal/ask.ts";
import { isAffirmative } from "#core/factory/conversation/affirmative.ts";

/** Throws UsageError when there is no terminal in which a plan could be confirmed. */
export function requireConfirmable({ terminal }: Context, yes: boolean): void {
  if (yes || terminal.stdin.isTTY) return;
  throw new UsageError("Confirming the plan needs a terminal. Use --yes to confirm it without one.");
}

/** Shows the plan of a reply, has it confirmed and follows its mission. Returns the exit code. */
export async function buildPlan(
  context: Context,
  reply: ConsultReply,
  { yes, json }: { readonly yes: boolean; readonly json: boolean },
): Promise<number> {
  const answer = await awaitPlan(context, reply);
  if (!hasPlan(answer)) return endWithout(context, json, "UnsupportedRequest", answer.speech);
  const id = await agree(context, answer, yes);
  if (!id) return endWithout(context, json, "NotConfirmed", "Nothing was built.");
  context.out.line();
  return seeThrough(context, id, json);
}

type Planned = ConsultReply & { plan: ShownPlan };

function hasPlan(answer: ConsultReply): answer is Planned {
  return answer.plan !== null;
}

/** No mission: the request cannot be built, or the person declined. */
function endWithout({ out }: Context, json: boolean, code: string, message: string): number {
  out.line(message);
  if (json) out.json(failedResult({ code, message, mission_id: null }));
  return 1;
}

/** Shows the plan until it is confirmed, and returns the mission; undefined when the person declines. */
async function agree(context: Context, first: Planned, yes: boolean): Promise<string | undefined> {
  let answer = first;
  for (;;) {
    showPlan(context.out, answer);
    context.out.line();
    const said = yes
      ? "yes"
      : ((await askText(context, "Build this?", "yes, no, or what to change")) ?? "no");
    if (/^y$/i.test(said) || isAffirmative(said)) return confirm(context, answer);
    if (/^(|n|no|nope|stop|quit|exit)$/i.test(said)) return undefined;
    const { conversation_id } = answer;
    const reply = await context.api.call("consult", { conversation_id, message: said }, consultReply);
    const next = await awaitPlan(context, reply);
    if (next.mission_id) return next.mission_id;
    if (hasPlan(next)) answer = next;
    else showReply(context, next.speech);
  }
}

function showReply({ out }: Context, speech: string): void {
  out.line();
  out.line(speech);
  out.line();
}

async function confirm({ api }: Context, { conversation_id, plan }: Planned): Promise<string> {
  const { mission_id } = await api.call("consult", { conversation_id, confirm: plan.hash }, consultReply);
  if (!mission_id) throw new CliError("The plan was confirmed, but the service returned no mission id.");
  return mission_id;
}
