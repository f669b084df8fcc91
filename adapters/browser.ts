import type { Page } from "playwright-core";
import { keepsUp } from "#adapters/browser/control.ts";
import { describeStep } from "#adapters/browser/describe-step.ts";
import { type Chrome, type LaunchOptions, launch } from "#adapters/browser/launch.ts";
import { collectErrors } from "#adapters/browser/page-errors.ts";
import { performStep, readText, StepFailure, Unresponsive } from "#adapters/browser/perform-step.ts";
import { wallIn } from "#adapters/browser/wall.ts";
import { within } from "#adapters/browser/within.ts";
import type { Acceptance, AcceptanceReport, AcceptanceResult, AcceptanceStep } from "#core/acceptance.ts";
import { GantryError } from "#core/errors.ts";

export interface BrowserOptions {
  /** A Chromium to use; by default the bundled one on Linux, the installed Chrome elsewhere. */
  readonly executable?: string;
  /** Where the bundled one is unpacked; see {@link LaunchOptions}. */
  readonly folder?: string;
  /** Sent to the origin under test with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long a step waits for what it needs, in milliseconds: at most 5000, the default. */
  readonly stepMs?: number;
  /** How long a page may take to load, in milliseconds: longer, for a first visit wakes up what serves it. */
  readonly loadMs?: number;
  /** How long an empty page may take, in milliseconds, before this machine is too slow to judge an app. */
  readonly controlMs?: number;
}

export interface AcceptanceBrowser {
  /**
   * Performs acceptances on the app at `url`, each in a browser of its own, within `seconds` in all. An app that
   * does not do as promised is a report; EnvironmentFailure means that no browser could be started, or that a
   * page did not answer on a machine that is too slow for an empty one as well.
   */
  run(input: {
    url: string;
    acceptances: readonly Acceptance[];
    seconds: number;
    screenshot?: boolean;
  }): Promise<AcceptanceReport & { screenshot?: Uint8Array }>;
}

const STEP_MS = 5000;
const LOAD_MS = 20_000;
const CONTROL_MS = 10_000;
const OUT_OF_TIME = "the time for acceptance was over";

export function createBrowser(options: BrowserOptions = {}): AcceptanceBrowser {
  const { stepMs = STEP_MS, loadMs = LOAD_MS, controlMs = CONTROL_MS } = options;
  const msFor = (step: AcceptanceStep) =>
    step.do === "open" || step.do === "reload" ? loadMs : Math.min(stepMs, STEP_MS);
  return {
    async run({ url, acceptances, seconds, screenshot = false }) {
      const start = performance.now();
      const deadline = start + seconds * 1000;
      const { origin } = new URL(url);
      const errors = new Set<string>();
      const results: AcceptanceResult[] = [];
      let picture: Uint8Array | undefined;
      let slow = false;

      for (const [index, acceptance] of acceptances.entries()) {
        const last = screenshot && index === acceptances.length - 1;
        const outcome = await inBrowser(options, origin, errors, deadline, async (page) => {
          const performed = await perform(page, url, acceptance, deadline, msFor);
          return { ...performed, picture: last ? await photograph(page) : undefined };
        });
        results.push(outcome?.result ?? { name: acceptance.name, passed: false, reason: OUT_OF_TIME });
        picture = outcome?.picture ?? picture;
        slow ||= outcome?.slow ?? true;
      }
      if (slow && !(await keepsUp(launchOptions(options, origin), controlMs))) {
        throw new GantryError(
          "EnvironmentFailure",
          "This machine is too busy to judge the app in a browser.",
        );
      }
      return {
        url,
        passed: results.every(({ passed }) => passed),
        results,
        page_errors: [...errors],
        ms: Math.round(performance.now() - start),
        ...(picture ? { screenshot: picture } : {}),
      };
    },
  };
}

/** Runs a task on a fresh page and ends the browser whatever happens; undefined when the deadline came first. */
async function inBrowser<T>(
  options: BrowserOptions,
  origin: string,
  errors: Set<string>,
  deadline: number,
  task: (page: Page) => Promise<T>,
): Promise<T | undefined> {
  if (performance.now() >= deadline) return undefined;
  const chrome = await start(options, origin);
  try {
    const done = (async () => {
      collectErrors(chrome.context, origin, errors);
      await wallIn(chrome.context, origin, options.headers ?? {});
      return task(await chrome.context.newPage());
    })();
    return await within(deadline - performance.now(), done);
  } finally {
    await chrome.kill();
  }
}

const launchOptions = ({ executable, folder }: BrowserOptions, origin: string): LaunchOptions => ({
  origin,
  ...(executable === undefined ? {} : { executable }),
  ...(folder === undefined ? {} : { folder }),
});

async function start(options: BrowserOptions, origin: string): Promise<Chrome> {
  try {
    return await launch(launchOptions(options, origin));
  } catch (cause) {
    throw new GantryError("EnvironmentFailure", "The browser for acceptance could not be started.", {
      cause,
    });
  }
}

/** What came of one acceptance, and whether the page was too slow to tell. */
async function perform(
  page: Page,
  url: string,
  acceptance: Acceptance,
  deadline: number,
  msFor: (step: AcceptanceStep) => number,
): Promise<{ result: AcceptanceResult; slow: boolean }> {
  const { name, steps } = acceptance;
  const { origin, pathname, search } = new URL(url);
  const begin = { do: "open", path: `${pathname}${search}` } as const;
  const opened = steps[0]?.do === "open" ? steps : [begin, ...steps];
  const offset = opened.length - steps.length;

  for (const [index, step] of opened.entries()) {
    const ms = Math.max(Math.min(msFor(step), deadline - performance.now()), 1);
    try {
      // The browser's own limits do not hold when a page's script never ends.
      const done = performStep(page, origin, step, ms).then(() => true);
      if ((await within(ms + 1000, done)) === undefined) throw new Unresponsive("the page does not respond");
    } catch (error) {
      const failed_step = Math.max(index - offset, 0);
      const why = error instanceof StepFailure ? error.message : brokenPage(error);
      const shown = await excerpt(page);
      const reason = `Could not ${describeStep(step)}: ${why}. ${shown ?? "The page could not be read."}`;
      return {
        result: { name, passed: false, failed_step, reason },
        slow: error instanceof Unresponsive || shown === undefined,
      };
    }
  }
  return { result: { name, passed: true }, slow: false };
}

const brokenPage = (error: unknown): string =>
  `the page broke (${String(error instanceof Error ? error.message : error).split("\n", 1)[0]})`;

/** What the page shows, for whoever reads a reason; undefined when it cannot be read. */
async function excerpt(page: Page): Promise<string | undefined> {
  const text = await within(
    1000,
    readText(page.locator("body")).catch(() => undefined),
  );
  if (text === undefined) return undefined;
  const plain = text.replace(/\s+/g, " ").trim();
  return plain === "" ? "The page is empty." : `The page shows: "${plain.slice(0, 300)}"`;
}

async function photograph(page: Page): Promise<Uint8Array | undefined> {
  return within(
    STEP_MS,
    page.screenshot({ timeout: STEP_MS }).catch(() => undefined),
  );
}
