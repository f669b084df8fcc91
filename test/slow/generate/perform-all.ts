import { createBrowser } from "#adapters/browser/browser.ts";
import type { Acceptance } from "#core/factory/acceptance.ts";
import type { AcceptanceReport } from "#core/factory/acceptance-report.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";
import { secondsWithin } from "#test/support/limits.ts";
import { serve } from "./serve.ts";

/** Serves an app and performs acceptances on it, with ample time for each step. */
export async function performAll(
  files: readonly SourceFile[],
  acceptances: readonly Acceptance[],
): Promise<AcceptanceReport> {
  const app = await serve(files);
  const browser = createBrowser({ folder: BROWSER_FOLDER, stepMs: 20_000, loadMs: 40_000 });
  const report = await browser.run({ url: app.origin, acceptances, seconds: secondsWithin(600) });
  app.close();
  return report;
}
