import type { Context } from "#cli/context.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { readDesign, uploadDesign } from "#cli/missions/design-image.ts";
import { showPlan } from "#cli/missions/show-plan.ts";
import { planRunReply } from "#cli/service/replies.ts";
import { text } from "#cli/terminal/safe-text.ts";

export async function run(
  context: Context,
  { json, image }: { readonly json?: boolean; readonly image?: string },
  words: readonly string[],
): Promise<number> {
  const request = words.join(" ").trim();
  if (request === "") throw new UsageError("<words> must not be empty; describe the app to plan.");
  const { api, out, config } = context;
  const design = image === undefined ? undefined : await readDesign(image);
  const trigger = { kind: "person", ref: "gantry plan" };
  const uploaded = design && { image_sha256: await uploadDesign(context, design) };
  const start = { workflow: "factory.plan", trigger, input: { request, ...uploaded } };
  const { instance_id, result, error } = await api.call("beginInstance", start, planRunReply);
  if (!result) throw new CliError(error?.message ?? `The run ${instance_id} has not ended.`, error ?? {});
  if (json) {
    out.json({ instance_id, ...result });
    return 0;
  }
  showPlan(out, result);
  out.line();
  out.line(text`Nothing was built. To build it, give the same words to: ${config.program} build`);
  return 0;
}
