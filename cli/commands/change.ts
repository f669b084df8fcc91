import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { buildPlan, requireConfirmable } from "#cli/missions/build-plan.ts";
import { failedResult } from "#cli/missions/outcome.ts";
import { consultReply } from "#cli/service/replies.ts";

export const failed = failedResult;

export async function run(
  context: Context,
  { yes = false, json = false }: { readonly yes?: boolean; readonly json?: boolean },
  [id = "", ...words]: readonly string[],
): Promise<number> {
  const message = words.join(" ").trim();
  if (message === "") throw new UsageError("<words> must not be empty; describe what to change.");
  requireConfirmable(context, yes);
  return buildPlan(context, await context.api.call("change", { id, message }, consultReply), { yes, json });
}
