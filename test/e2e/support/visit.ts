import type { Page } from "playwright-core";
import { launch } from "#adapters/browser/launch.ts";
import { collectErrors } from "#adapters/browser/page-errors.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";
import { within } from "#test/support/limits.ts";

/** A page in a headless Chromium that can reach one origin and nothing else. */
export interface Visit {
  readonly page: Page;
  /** What the page itself did wrong: exceptions, console errors, failed requests, violations of its policy. */
  readonly errors: ReadonlySet<string>;
  close(): Promise<void>;
}

const REPORT_VIOLATIONS =
  'addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))';

/** Opens a fresh profile, as a person at another machine would have. */
export async function visit(url: string): Promise<Visit> {
  const { origin } = new URL(url);
  const chrome = await launch({ origin, folder: BROWSER_FOLDER });
  const errors = new Set<string>();
  collectErrors(chrome.context, origin, errors);
  const page = await chrome.context.newPage();
  page.setDefaultTimeout(within(60));
  // A policy refuses some things without an error of the page.
  await page.addInitScript({ content: REPORT_VIOLATIONS });
  await page.goto(url);
  return { page, errors, close: () => chrome.kill() };
}
