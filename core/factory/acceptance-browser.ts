import type { Acceptance, AcceptanceReport } from "#core/factory/acceptance.ts";

interface AcceptanceRun {
  readonly url: string;
  readonly acceptances: readonly Acceptance[];
  readonly seconds: number;
  readonly screenshot?: boolean;
  /** Called every now and then; true ends the run with Cancelled. */
  readonly cancelled?: () => Promise<boolean>;
}

export interface AcceptanceBrowser {
  /**
   * Performs acceptances on the app at `url`, each in a browser of its own, within `seconds` in all. An app that does
   * not do as promised is a report. EnvironmentFailure means that no browser could be started, or that a page that
   * needs nothing was too slow as well; Cancelled, that the run was ended.
   */
  run(input: AcceptanceRun): Promise<AcceptanceReport & { readonly screenshot?: Uint8Array }>;
}

export interface WithBrowser {
  readonly browser: AcceptanceBrowser;
}
