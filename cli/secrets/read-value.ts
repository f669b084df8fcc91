import { readFile } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { Context } from "#cli/context.ts";
import { Interrupted, UsageError } from "#cli/errors.ts";
import { fileError } from "#core/kernel/file-error.ts";
import { askHidden } from "./ask-hidden.ts";

/** More than any secret: Parameter Store keeps 4 KB. */
const MAX_BYTES = 64 * 1024;

/**
 * The value of a secret: from a file, from what is piped in, or typed hidden at the terminal, twice where `again`.
 * The line break at its end is not part of it.
 */
export async function readValue(
  context: Pick<Context, "terminal" | "signal">,
  from: { readonly file?: string | undefined; readonly question: string; readonly again: boolean },
): Promise<string> {
  if (from.file !== undefined) return withoutBreak(await readText(from.file));
  const { stdin } = context.terminal;
  if (!stdin.isTTY) return withoutBreak(await readAll(context));
  const value = await askHidden(context, `${from.question}: `);
  if (from.again && (await askHidden(context, "Repeat: ")) !== value)
    throw new UsageError("The two entries differ; nothing was set.");
  return value;
}

async function readText(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--file: ${fileError(path, "read", error)}.`);
  });
  return bounded(text);
}

async function readAll({
  terminal: { stdin },
  signal,
}: Pick<Context, "terminal" | "signal">): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of addAbortSignal(signal, stdin)) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > MAX_BYTES) break;
    }
    // A producer that Ctrl+C has ended closes the pipe, maybe just before the signal is seen: that is no empty value.
    await setImmediate();
    signal.throwIfAborted();
  } catch (error) {
    throw signal.aborted ? new Interrupted("Interrupted; nothing was changed.") : error;
  }
  return bounded(Buffer.concat(chunks).toString("utf8"));
}

function bounded(text: string): string {
  if (text.length <= MAX_BYTES) return text;
  throw new UsageError(`The value is longer than ${MAX_BYTES} bytes, the limit for a secret.`);
}

function withoutBreak(text: string): string {
  return text.replace(/\r?\n$/, "");
}
