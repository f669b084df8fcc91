import type { Key } from "node:readline";
import type { Context } from "#cli/context.ts";
import { printable } from "#core/kernel/printable.ts";

type Asking = Pick<Context, "terminal" | "out" | "signal">;

/** Asks for a line of text. Undefined where the person gives up with Ctrl+C, Ctrl+D or Escape. */
export async function askText(context: Asking, question: string, hint: string): Promise<string | undefined> {
  const { text, isCancel } = await import("@clack/prompts");
  const answer = await atTerminal(context, (streams) =>
    text({ message: printable(question), placeholder: hint, ...streams }),
  );
  return isCancel(answer) ? undefined : (answer ?? "").trim();
}

/** Asks for a yes; anything else is a no. */
export async function askYes(context: Asking, question: string): Promise<boolean> {
  const { confirm } = await import("@clack/prompts");
  return (
    (await atTerminal(context, (streams) =>
      confirm({ message: printable(question), initialValue: false, ...streams }),
    )) === true
  );
}

async function atTerminal<T>(
  { terminal, out, signal }: Asking,
  ask: (streams: Streams) => Promise<T>,
): Promise<T> {
  const { stdin } = terminal;
  const hungUp = new AbortController();
  const hangUp = () => hungUp.abort();
  stdin.prependListener("keypress", translateKey);
  stdin.once("end", hangUp);
  try {
    const either = AbortSignal.any([signal, hungUp.signal]);
    return await ask({ input: stdin, output: out.screen ?? terminal.stderr, signal: either });
  } finally {
    stdin.off("keypress", translateKey);
    stdin.off("end", hangUp);
  }
}

type Streams = Pick<Asking, "signal"> & {
  input: Asking["terminal"]["stdin"];
  output: Asking["terminal"]["stderr"];
};

/**
 * Enter is a carriage return at a prompt. What was typed before the prompt was there ends with a line feed, since the
 * terminal still translated it. Ctrl+D would end the reading of keys, and the prompt would wait for ever.
 */
function translateKey(_: string | undefined, key: Key): void {
  if (key.name === "enter") key.name = "return";
  if (key.ctrl && key.name === "d") Object.assign(key, { ctrl: false, name: "escape", sequence: "\x1b" });
}
