import { describe, expect, it } from "@jest/globals";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import { build } from "#test/builder/build.ts";
import { availableBackends } from "#test/builder/hostile/backends.ts";
import { makeJob, STATIC_APP } from "#test/builder/jobs.ts";

/** An app that never comes to its end, and uses next to nothing. */
const HANGING = [...STATIC_APP, { path: "test/z.test.js", content: "setInterval(() => 0, 1000);" }];
const BUSY = async () => ({ ms: 3000, cpu_ms: 60 });
const QUIET = async () => ({ ms: 150, cpu_ms: 150 });
const never = new AbortController().signal;

const LATE: readonly [limit: keyof BuildLimits, reason: string][] = [
  ["command_seconds", "took longer than 3 s"],
  ["job_seconds", "the build took longer than 3 s"],
];

describe.each(availableBackends())("a build under $title that exceeded its time limit", ({ executor }) => {
  const verdictOf = async (limit: keyof BuildLimits, control: typeof BUSY) => {
    const job = makeJob("http://127.0.0.1:1", { files: HANGING, limits: { [limit]: 3 } });
    const { verdict, reason } = (await build(job, executor, never, control)).result;
    return { verdict, reason };
  };

  it.each(LATE)("by %s is an environment failure on a busy machine", async (limit, reason) => {
    expect(await verdictOf(limit, BUSY)).toEqual({
      verdict: "environment",
      reason: expect.stringMatching(
        new RegExp(`^This machine is too busy to build the app: .*${reason} with \\d+% of the CPU time`),
      ),
    });
  });

  it.each(LATE)("by %s is the app's failure on an idle one", async (limit, reason) => {
    expect(await verdictOf(limit, QUIET)).toEqual({
      verdict: "killed",
      reason: expect.stringMatching(new RegExp(`${reason}\\.$`, "i")),
    });
  });
});
