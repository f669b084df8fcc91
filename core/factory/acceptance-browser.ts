import type { Acceptance } from "#core/factory/acceptance.ts";
import type { AcceptanceReport } from "#core/factory/acceptance-report.ts";

/** The widths at which pages are shown, in CSS pixels. */
export const SCREEN_WIDTHS = { desktop: 1280, phone: 390 } as const;

interface AcceptanceRun {
  readonly url: string;
  readonly acceptances: readonly Acceptance[];
  readonly seconds: number;
  /**
   * The page of which pictures (PNG) are returned: after the last acceptance, or after the first that fails and after
   * the last one if none does.
   */
  readonly screenshot?: "last" | "failed";
  /** Called periodically; true ends the run with Cancelled. */
  readonly cancelled?: () => Promise<boolean>;
}

/** Pictures of one page; absent if it could not be photographed. */
export interface Screenshots {
  readonly screenshot?: Uint8Array;
  /** The same page on a phone. */
  readonly phone_screenshot?: Uint8Array;
}

export interface AcceptanceBrowser {
  /**
   * Runs acceptances on the app at `url`, each in a separate browser, within `seconds` in total. A failed acceptance is
   * part of the report. Throws EnvironmentFailure when no browser could be started or when even an empty page was too
   * slow, and Cancelled when the run was cancelled.
   */
  run(input: AcceptanceRun): Promise<AcceptanceReport & Screenshots>;
}

export interface WithBrowser {
  readonly browser: AcceptanceBrowser;
}
