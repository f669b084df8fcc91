import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createInterface } from "node:readline/promises";
import { type Context, command } from "#cli/command.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { ensureRunning } from "#cli/local-cloud.ts";
import { failedResult, seeThrough } from "#cli/outcome.ts";
import { type ConsultReply, consultReply, type ShownPlan } from "#cli/replies.ts";
import { showPlan } from "#cli/show-plan.ts";
import { isAffirmative } from "#core/conversation/affirmative.ts";

const MAX_IMAGE_BYTES = 3_750_000;

export const build = command({
  name: "build",
  summary: "Plans an app from your words, asks you, builds it, and shows where it is live.",
  synopsis: '"<words>" [options]',
  help: `
Options:
  -y, --yes        confirm the plan without asking
      --json       one JSON object as the last line of stdout; all else goes to stderr
      --no-deploy  build and audit only
      --no-publish open no pull request
      --image FILE a design to follow: PNG, JPEG, GIF or WebP

Exit codes: 0 live or built, 1 failed or not confirmed, 2 wrong usage.`,
  options: {
    yes: { type: "boolean", short: "y" },
    json: { type: "boolean" },
    "no-deploy": { type: "boolean" },
    "no-publish": { type: "boolean" },
    image: { type: "string" },
  },
  takes: ["words..."],
  failed: failedResult,
  async run(context, values, words) {
    const { yes = false, json = false } = values;
    const message = words.join(" ").trim();
    if (message === "") throw new UsageError("<words> is empty: say what to build.");
    if (!yes && !context.terminal.stdin.isTTY)
      throw new UsageError(
        "Nobody can confirm the plan here: there is no terminal. Add --yes to confirm it.",
      );
    const image = values.image === undefined ? {} : await readImage(values.image);
    await ensureRunning(context);
    const wish = { message, deploy: !values["no-deploy"], publish: !values["no-publish"], ...image };
    const answer = await context.api.post("/gantry/consult", wish, consultReply);
    if (!hasPlan(answer)) return endWithout(context, json, "UnsupportedRequest", answer.speech);
    const id = await agree(context, answer, yes);
    if (!id) return endWithout(context, json, "NotConfirmed", "Nothing was built.");
    context.out.line();
    return seeThrough(context, id, json);
  },
});

type Planned = ConsultReply & { plan: ShownPlan };

function hasPlan(answer: ConsultReply): answer is Planned {
  return answer.plan !== null;
}

/** There is no mission: what was asked for cannot be built, or the person does not want it. */
function endWithout({ out }: Context, json: boolean, code: string, message: string): number {
  out.line(message);
  if (json) out.json(failedResult({ code, message, mission_id: null }));
  return 1;
}

/** Shows the plan until it is confirmed, and answers the mission; undefined when the person does not want it. */
async function agree(context: Context, first: Planned, yes: boolean): Promise<string | undefined> {
  let answer = first;
  for (;;) {
    showPlan(context.out, answer);
    context.out.line();
    const said = yes ? "yes" : await ask(context);
    if (/^y$/i.test(said) || isAffirmative(said)) return confirm(context, answer);
    if (/^(|n|no|nope|stop|quit|exit)$/i.test(said)) return undefined;
    const { conversation_id } = answer;
    const next = await context.api.post("/gantry/consult", { conversation_id, message: said }, consultReply);
    if (next.mission_id) return next.mission_id;
    if (hasPlan(next)) answer = next;
    else context.out.line(`\n${next.speech}\n`);
  }
}

async function confirm({ api }: Context, { conversation_id, plan }: Planned): Promise<string> {
  const { mission_id } = await api.post(
    "/gantry/consult",
    { conversation_id, confirm: plan.hash },
    consultReply,
  );
  if (!mission_id) throw new CliError("The plan was confirmed, but no mission was named.");
  return mission_id;
}

async function ask({ terminal, out, signal }: Context): Promise<string> {
  const output = out.screen ?? terminal.stderr;
  const reader = createInterface({ input: terminal.stdin, output });
  const ended = new Promise<undefined>((resolve) => reader.once("close", () => resolve(undefined)));
  try {
    const question = reader.question(out.paint("bold", "Build this? [y/N, or say what to change] "), {
      signal,
    });
    const said = await Promise.race([question, ended]);
    if (said === undefined) out.line(); // Ctrl+D and Ctrl+C leave the cursor behind the question.
    return said?.trim() ?? "";
  } finally {
    reader.close();
  }
}

async function readImage(path: string): Promise<{ image_base64: string; image_filename: string }> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--image: ${path} cannot be read (${error.code}).`);
  });
  if (bytes.length > MAX_IMAGE_BYTES)
    throw new UsageError(`--image: ${path} has ${bytes.length} bytes; at most ${MAX_IMAGE_BYTES} are taken.`);
  return { image_base64: bytes.toString("base64"), image_filename: basename(path) };
}
