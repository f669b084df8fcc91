import type { Page } from "playwright-core";
import { isSlow, judge, type Trial, tooBusy } from "#adapters/browser/judge.ts";
import { type Performed, performAcceptance, STEP_MS } from "#adapters/browser/perform-acceptance.ts";
import {
  type BrowserOptions,
  control,
  createSession,
  inBrowser,
  type Session,
} from "#adapters/browser/session.ts";
import { watchCancel } from "#adapters/browser/watch-cancel.ts";
import { within } from "#adapters/browser/within.ts";
import type { Acceptance } from "#core/factory/acceptance.ts";
import { type AcceptanceBrowser, SCREEN_WIDTHS, type Screenshots } from "#core/factory/acceptance-browser.ts";
import type { AcceptanceResult } from "#core/factory/acceptance-report.ts";

const OUT_OF_TIME = "the time limit for acceptance was reached";

export function createBrowser(options: BrowserOptions = {}): AcceptanceBrowser {
  return {
    async run({ url, acceptances, seconds, screenshot, cancelled = async () => false }) {
      const start = performance.now();
      const over = new AbortController();
      const session = createSession(url, seconds, options, over.signal);
      const done = new AbortController();
      void watchCancel(cancelled, over, done.signal);
      try {
        const results: AcceptanceResult[] = [];
        let pictures: Screenshots | undefined;
        for (const [index, acceptance] of acceptances.entries()) {
          const isLast = index === acceptances.length - 1;
          const isPictured = ({ passed }: AcceptanceResult) =>
            screenshot === "last" ? isLast : screenshot === "failed" && !pictures && (isLast || !passed);
          const shown = await show(session, acceptance, isPictured);
          results.push(shown.result);
          pictures = shown.pictures ?? pictures;
        }
        return {
          url,
          passed: results.every(({ passed }) => passed),
          results,
          page_errors: [...session.errors],
          ms: Math.round(performance.now() - start),
          ...pictures,
        };
      } finally {
        done.abort();
      }
    },
  };
}

interface Shown {
  readonly result: AcceptanceResult;
  readonly pictures?: Screenshots | undefined;
}

/** Runs one acceptance; a slow one is judged with the help of a control measurement. */
function show(
  session: Session,
  acceptance: Acceptance,
  isPictured: (result: AcceptanceResult) => boolean,
): Promise<Shown> {
  return judge(async (scale): Promise<Trial<Shown>> => {
    const outcome = await inBrowser(session, async (page) => {
      const performed = await performAcceptance(session, page, acceptance, scale);
      return { ...performed, pictures: isPictured(performed.result) ? await photograph(page) : undefined };
    });
    const { result, pictures, late, crashed } = outcome ?? outOfTime(session, acceptance);
    if (!late) return { result: { result, pictures }, ...(crashed ? { crashed } : {}) };
    const measured = { budget_ms: late.budget_ms, control_ms: await late.control() };
    session.slowed ||= isSlow(measured);
    // Time that a slow machine lost must not count against the app.
    if (session.slowed && performance.now() >= session.deadline) throw tooBusy();
    return { result: { result, pictures }, late: measured };
  });
}

/** The result of an acceptance after the deadline; a control measurement shows whether the machine was too slow. */
function outOfTime(session: Session, { name }: Acceptance): Performed & { pictures?: undefined } {
  const late = { budget_ms: STEP_MS, control: () => control(session, STEP_MS) };
  return { result: { name, passed: false, reason: OUT_OF_TIME }, late };
}

/** Pictures of the page as it is, and then on a phone. Nothing is done with the page afterwards. */
async function photograph(page: Page): Promise<Screenshots> {
  const screenshot = await picture(page);
  await page.setViewportSize(PHONE).catch(() => undefined);
  const phone_screenshot = await picture(page);
  return { ...(screenshot && { screenshot }), ...(phone_screenshot && { phone_screenshot }) };
}

const PHONE = { width: SCREEN_WIDTHS.phone, height: 844 };

const picture = (page: Page): Promise<Uint8Array | undefined> =>
  within(
    STEP_MS,
    page.screenshot({ timeout: STEP_MS }).catch(() => undefined),
  );
