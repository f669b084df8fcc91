import { readFile } from "node:fs/promises";
import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { type DecideOptions, decide } from "#cli/gates/decide.ts";
import { fileError } from "#core/kernel/file-error.ts";
import type { DecisionRequest } from "#sdk/typescript/api.ts";

export async function run(
  context: Context,
  { delta, ...options }: DecideOptions & { readonly delta: string },
  [gate = ""]: readonly string[],
): Promise<number> {
  return decide(context, "OVERRIDE", gate, { ...options, context_delta: await readDelta(delta) });
}

/** The JSON of a file; the service checks that it is a JSON Patch. */
async function readDelta(path: string): Promise<DecisionRequest["context_delta"]> {
  const content = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--delta: ${fileError(path, "read", error)}.`);
  });
  try {
    return JSON.parse(content);
  } catch {
    throw new UsageError(`--delta: ${path} is not JSON.`);
  }
}
