import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { type PairOptions, pair } from "#cli/siri/pair.ts";
import { runTest, type TestOptions } from "#cli/siri/run-test.ts";

export async function run(
  context: Context,
  options: PairOptions & TestOptions,
  [task = "", ...words]: readonly string[],
): Promise<number> {
  if (task === "test") return runTest(context, options, words);
  if (task !== "pair") throw new UsageError("<task> must be pair or test.");
  if (words.length > 0) throw new UsageError("pair takes no words; name the phone with --name.");
  return pair(context, options);
}
