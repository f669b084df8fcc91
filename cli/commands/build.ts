import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { buildPlan, requireConfirmable } from "#cli/missions/build-plan.ts";
import { readDesign, uploadDesign } from "#cli/missions/design-image.ts";
import { failedResult } from "#cli/missions/outcome.ts";
import { ensureRunning } from "#cli/service/local-cloud.ts";
import { consultReply } from "#cli/service/replies.ts";

export const failed = failedResult;

export async function run(
  context: Context,
  options: {
    readonly yes?: boolean;
    readonly json?: boolean;
    readonly deploy: boolean;
    readonly publish: boolean;
    readonly image?: string;
  },
  words: readonly string[],
): Promise<number> {
  const { yes = false, json = false, deploy, publish } = options;
  const message = words.join(" ").trim();
  if (message === "") throw new UsageError("<words> must not be empty; describe the app to build.");
  requireConfirmable(context, yes);
  const design = options.image === undefined ? undefined : await readDesign(options.image);
  await ensureRunning(context);
  const image = design && {
    image_sha256: await uploadDesign(context, design),
    image_filename: design.image.filename,
  };
  const answer = await context.api.call("consult", { message, deploy, publish, ...image }, consultReply);
  return buildPlan(context, answer, { yes, json });
}
