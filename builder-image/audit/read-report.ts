import type { TestFile } from "#core/factory/build/audit.ts";
import { type TestReport, testReportSchema } from "#core/factory/build/test-report.ts";

const NOTHING = { ended: "lost", planned: 0, passed: 0, failed: 0, skipped: 0, todo: 0 } as const;
const lineSchema = testReportSchema.omit({ file: true, helper: true });

/**
 * Parses what a test file's process wrote to the report descriptor. The process can report false results only for its
 * own file. Anything but one valid line counts as no report (`lost`).
 */
export function readReport({ path, helper }: TestFile, text: string): TestReport {
  const parsed = lineSchema.safeParse(parseJson(text));
  return { file: path, helper, ...(parsed.success ? parsed.data : NOTHING) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
