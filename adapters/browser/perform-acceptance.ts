import type { Page } from "playwright-core";
import { describeFailure } from "#adapters/browser/describe-step.ts";
import { performStep, readText, StepFailure, Unresponsive } from "#adapters/browser/perform-step.ts";
import { type BrowserOptions, control, type Session } from "#adapters/browser/session.ts";
import { within } from "#adapters/browser/within.ts";
import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import type { AcceptanceResult } from "#core/factory/acceptance-report.ts";

/** Time limit of a step or other action on a page, on an idle machine. */
export const STEP_MS = 5000;
const LOAD_MS = 20_000;
/** A step that has used this share of its time is slow, and the control measurement starts. */
const SLOW_SHARE = 0.2;
/** A step that fails after this share of its time may have failed for lack of time. */
const LATE_SHARE = 0.8;

/** The outcome of one acceptance. `late` is present when a step may have failed for lack of time. */
export interface Performed {
  readonly result: AcceptanceResult;
  readonly late?: Waited | undefined;
  /** Whether the page or the browser crashed. */
  readonly crashed?: boolean;
}

interface Waited {
  readonly budget_ms: number;
  /** Result of the control measurement in milliseconds; starts it if it has not run with the step. */
  readonly control: () => Promise<number>;
}

/** Performs the steps on a page. `scale` multiplies their time limits. */
export async function performAcceptance(
  session: Session,
  page: Page,
  { name, steps }: Acceptance,
  scale: number,
): Promise<Performed> {
  const { pathname, search } = new URL(session.url);
  const begin = { do: "open", path: `${pathname}${search}` } as const;
  const opened = steps[0]?.do === "open" ? steps : [begin, ...steps];
  const offset = opened.length - steps.length;

  for (const [index, step] of opened.entries()) {
    const failure = await attempt(session, page, step, scale);
    if (!failure) continue;
    const failed_step = Math.max(index - offset, 0);
    const { reason, late, crashed } = failure;
    return { result: { name, passed: false, failed_step, reason }, late, crashed };
  }
  return { result: { name, passed: true } };
}

/** Performs one step; undefined when it succeeds. Starts a control measurement when the step is slow. */
async function attempt(
  session: Session,
  page: Page,
  step: AcceptanceStep,
  scale: number,
): Promise<{ reason: string; late: Waited | undefined; crashed: boolean } | undefined> {
  const budget_ms = budgetOf(session.options, step) * scale;
  const ms = Math.max(Math.min(budget_ms, session.deadline - performance.now()), 1);
  const start = performance.now();
  const beside = startLater(ms * SLOW_SHARE, () => control(session, budget_ms));
  try {
    // The browser's own timeouts have no effect when a script of the page never ends.
    const done = performStep(page, session.origin, step, ms).then(() => true);
    if ((await within(ms + 1000, done)) === undefined) throw new Unresponsive("the page does not respond");
    return undefined;
  } catch (error) {
    const took = performance.now() - start;
    const why = error instanceof StepFailure ? error.message : brokenPage(error);
    const shown = await excerpt(page, scale);
    const reason = `${describeFailure(step)}: ${why}. ${shown.text ?? "The page could not be read."}`;
    const isLate = error instanceof Unresponsive || shown.text === undefined || took >= ms * LATE_SHARE;
    const { crashed } = shown;
    return { reason, late: isLate && !crashed ? { budget_ms, control: beside.now } : undefined, crashed };
  } finally {
    beside.cancel();
  }
}

function budgetOf({ stepMs = STEP_MS, loadMs = LOAD_MS }: BrowserOptions, step: AcceptanceStep): number {
  return step.do === "open" || step.do === "reload" ? loadMs : stepMs;
}

/** Starts a task after `ms`, or when `now` requests its result; `cancel` prevents the delayed start. */
function startLater<T>(ms: number, task: () => Promise<T>): { now(): Promise<T>; cancel(): void } {
  let running: Promise<T> | undefined;
  const begin = () => {
    running ??= task();
    return running;
  };
  const timer = setTimeout(() => void begin().catch(() => {}), ms);
  return {
    now: begin,
    cancel: () => clearTimeout(timer),
  };
}

const brokenPage = (error: unknown): string =>
  `the page broke (${String(error instanceof Error ? error.message : error).split("\n", 1)[0]})`;

/** The visible text of the page, for messages. Without text if the page is slow; `crashed` if it cannot be read. */
async function excerpt(page: Page, scale: number): Promise<{ text?: string; crashed: boolean }> {
  try {
    const text = await within(1000 * scale, readText(page.locator("body")));
    if (text === undefined) return { crashed: false };
    const plain = text.replace(/\s+/g, " ").trim();
    const shown = plain === "" ? "The page is empty." : `The page shows: "${plain.slice(0, 300)}"`;
    return { text: shown, crashed: false };
  } catch {
    return { crashed: true };
  }
}
