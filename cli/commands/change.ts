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
  const path = `/gantry/projects/${encodeURIComponent(id)}/change`;
  return buildPlan(context, await context.api.post(path, { message }, consultReply), { yes, json });
}
