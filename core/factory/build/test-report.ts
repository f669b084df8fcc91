import { z } from "zod";
import { reportedText } from "#core/kernel/text.ts";

const count = z.number().int().min(0);

/** The report of the process that ran one test file, as the supervisor received it. */
export const testReportSchema = z.strictObject({
  file: reportedText(),
  /** It is in a test folder, but its name is not that of a test file, so it need not contain tests. */
  helper: z.boolean(),
  /** `finished`: the runner completed; `exited`: process.exit was called earlier; `lost`: neither was reported. */
  ended: z.enum(["finished", "exited", "lost"]),
  planned: count,
  passed: count,
  failed: count,
  skipped: count,
  todo: count,
});
export type TestReport = z.infer<typeof testReportSchema>;

/** Why a test file has failed regardless of its exit code, as a sentence; undefined when all planned tests passed. */
export function testFault({ file, helper, ended, ...counts }: TestReport): string | undefined {
  const { planned, passed, failed, skipped, todo } = counts;
  const of = (number: number) => `${number} of ${planned} ${planned === 1 ? "test" : "tests"}`;
  if (ended === "exited") return `${file} ended before its tests were finished: it calls process.exit.`;
  if (ended === "lost") return `${file} ended before its tests were finished.`;
  if (failed > 0) return `${file}: ${of(failed)} failed.`;
  if (skipped > 0) return `${file} skips ${of(skipped)}; every test must run.`;
  if (todo > 0) return `${file} leaves ${of(todo)} to do; every test must run.`;
  if (passed !== planned) return `${file} ran ${passed} of ${planned} planned tests.`;
  if (planned === 0 && !helper) return `${file} runs no test.`;
  return undefined;
}
