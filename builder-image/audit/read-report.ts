import type { TestFile } from "#core/factory/build/audit.ts";
import { type TestReport, testReportSchema } from "#core/factory/build/test-report.ts";

const NOTHING = { ended: "lost", planned: 0, passed: 0, failed: 0, skipped: 0, todo: 0 } as const;
const lineSchema = testReportSchema.omit({ file: true, helper: true });

/**
 * What a test file's process wrote on its report's descriptor. What writes there is the file's own process: it can
 * lie about its own tests and no others. Anything but one readable line is no report.
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
