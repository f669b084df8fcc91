import type { Context } from "#cli/context.ts";
import { type DecideOptions, decide } from "#cli/gates/decide.ts";

export function run(
  context: Context,
  options: DecideOptions,
  [gate = ""]: readonly string[],
): Promise<number> {
  return decide(context, "APPROVE", gate, options);
}
