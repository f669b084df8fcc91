import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { buildPlan, requireConfirmable } from "#cli/missions/build-plan.ts";
import { failedResult } from "#cli/missions/outcome.ts";
import { ensureRunning } from "#cli/service/local-cloud.ts";
import { consultReply } from "#cli/service/replies.ts";
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
  requireConfirmable(context, yes);
  const image = options.image === undefined ? {} : await readImage(options.image);
  await ensureRunning(context);
  const answer = await context.api.call("consult", { message, deploy, publish, ...image }, consultReply);
  return buildPlan(context, answer, { yes, json });
}

async function readImage(path: string): Promise<{ image_base64: string; image_filename: string }> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--image: ${fileError(path, "read", error)}.`);
  });
  if (bytes.length > MAX_IMAGE_BYTES)
    throw new UsageError(`--image: ${path} has ${bytes.length} bytes; the limit is ${MAX_IMAGE_BYTES}.`);
  return { image_base64: bytes.toString("base64"), image_filename: basename(path) };
}
