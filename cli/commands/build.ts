import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Context } from "#cli/context.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { failedResult, seeThrough } from "#cli/missions/outcome.ts";
import { showPlan } from "#cli/missions/show-plan.ts";
import { ensureRunning } from "#cli/service/local-cloud.ts";
import { type ConsultReply, consultReply, type ShownPlan } from "#cli/service/replies.ts";
import { askText } from "#cli/terminal/ask.ts";
import { isAffirmative } from "#core/factory/conversation/affirmative.ts";
import { fileError } from "#core/kernel/file-error.ts";

const MAX_IMAGE_BYTES = 3_750_000;

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
  if (!yes && !context.terminal.stdin.isTTY)
    throw new UsageError("Confirming the plan needs a terminal. Use --yes to confirm it without one.");
  const image = options.image === undefined ? {} : await readImage(options.image);
  await ensureRunning(context);
  const answer = await context.api.post(
    "/gantry/consult",
    { message, deploy, publish, ...image },
    consultReply,
  );
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
    const next = await context.api.post("/gantry/consult", { conversation_id, message: said }, consultReply);
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
  const { mission_id } = await api.post(
    "/gantry/consult",
    { conversation_id, confirm: plan.hash },
    consultReply,
  );
  if (!mission_id) throw new CliError("The plan was confirmed, but the service returned no mission id.");
  return mission_id;
}

async function readImage(path: string): Promise<{ image_base64: string; image_filename: string }> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--image: ${fileError(path, "read", error)}.`);
  });
  if (bytes.length > MAX_IMAGE_BYTES)
    throw new UsageError(`--image: ${path} has ${bytes.length} bytes; the limit is ${MAX_IMAGE_BYTES}.`);
  return { image_base64: bytes.toString("base64"), image_filename: basename(path) };
}
