import { StringDecoder } from "node:string_decoder";
import type { Context } from "#cli/context.ts";
import { Interrupted } from "#cli/errors.ts";
import { deferred } from "#cli/service/deferred.ts";
import { LEAVE_PASTES, MARK_PASTES, NOTHING_TYPED, typed } from "./hidden-input.ts";

/**
 * Asks at the terminal without showing what is typed. Ctrl+C and Ctrl+D are Interrupted. However it ends, the
 * terminal is as it was before.
 */
export async function askHidden(
  { terminal: { stdin, stderr }, signal }: Pick<Context, "terminal" | "signal">,
  question: string,
): Promise<string> {
  const answer = deferred<string>();
  const interrupt = () => answer.reject(new Interrupted("Interrupted; nothing was changed."));
  const decoder = new StringDecoder("utf8");
  let input = NOTHING_TYPED;
  const read = (chunk: Buffer) => {
    for (const char of decoder.write(chunk)) input = typed(input, char);
    if (input.ended === "entered") answer.resolve(input.text);
    if (input.ended === "interrupted") interrupt();
  };

  stdin.setRawMode?.(true);
  stderr.write(`${question}${MARK_PASTES}`);
  stdin.on("data", read);
  stdin.once("end", interrupt);
  signal.addEventListener("abort", interrupt);
  stdin.resume();
  try {
    if (signal.aborted) interrupt();
    return await answer.promise;
  } finally {
    stdin.setRawMode?.(false);
    stdin.pause();
    stdin.off("data", read);
    stdin.off("end", interrupt);
    signal.removeEventListener("abort", interrupt);
    stderr.write(`${LEAVE_PASTES}\n`);
  }
}
