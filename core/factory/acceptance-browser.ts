import type { Acceptance } from "#core/factory/acceptance.ts";
import type { AcceptanceReport } from "#core/factory/acceptance-report.ts";

interface AcceptanceRun {
  readonly url: string;
  readonly acceptances: readonly Acceptance[];
  readonly seconds: number;
  /** The page of which a picture (PNG) is returned: after the last acceptance, or after the first that fails. */
  readonly screenshot?: "last" | "failed";
  /** Called periodically; true ends the run with Cancelled. */
  readonly cancelled?: () => Promise<boolean>;
}

export interface AcceptanceBrowser {
  /**
   * Runs acceptances on the app at `url`, each in a separate browser, within `seconds` in total. A failed acceptance is
   * part of the report. Throws EnvironmentFailure when no browser could be started or when even an empty page was too
   * slow, and Cancelled when the run was cancelled.
   */
  run(input: AcceptanceRun): Promise<AcceptanceReport & { readonly screenshot?: Uint8Array }>;
}

export interface WithBrowser {
  readonly browser: AcceptanceBrowser;
}
