import type { TestReport } from "#core/factory/build/test-report.ts";

/** The report of a test file whose only test passed. */
export const passedReport = (file: string): TestReport => ({
  file,
  helper: false,
  ended: "finished",
  planned: 1,
  passed: 1,
  failed: 0,
  skipped: 0,
  todo: 0,
});
