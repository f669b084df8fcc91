import type { Context } from "#cli/context.ts";
import { printable } from "#core/printable.ts";

type Asking = Pick<Context, "terminal" | "out" | "signal">;

/** Asks for a line of text. Undefined where the person gives up with Ctrl+C, Ctrl+D or Escape. */
export async function askText(context: Asking, question: string, hint: string): Promise<string | undefined> {
  const { text, isCancel } = await import("@clack/prompts");
  const answer = await text({ message: printable(question), placeholder: hint, ...streams(context) });
  return isCancel(answer) ? undefined : (answer ?? "").trim();
}

/** Asks for a yes; anything else is a no. */
export async function askYes(context: Asking, question: string): Promise<boolean> {
  const { confirm } = await import("@clack/prompts");
  return (await confirm({ message: printable(question), initialValue: false, ...streams(context) })) === true;
}

function streams({ terminal, out, signal }: Asking) {
  return { input: terminal.stdin, output: out.screen ?? terminal.stderr, signal };
}
