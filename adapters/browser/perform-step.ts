import { setTimeout as pause } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { type AcceptanceStep, type Target, TODAY } from "#core/factory/acceptance.ts";
import { describeTarget } from "./describe-step.ts";
import { fill } from "./fill.ts";
import { fileOf } from "./upload.ts";

/** Why a step failed, as the second half of a sentence. */
export class StepFailure extends Error {}

/** The page did not respond in time: the page or this machine was too slow. */
export class Unresponsive extends StepFailure {}

const POLL_MS = 100;

/** Performs one step on a page. Waits for at most `ms`; throws StepFailure with the reason. */
export async function performStep(
  page: Page,
  origin: string,
  step: AcceptanceStep,
  ms: number,
): Promise<void> {
  const options = { timeout: ms };
  switch (step.do) {
    case "open":
      await loads(page.goto(`${origin}${step.path}`, options));
      return;
    case "reload":
      await loads(page.reload(options));
      return;
    case "fill":
      return acts(step.target, fill(findVisible(page, step.target), await written(page, step.value), ms));
    case "select":
      await acts(step.target, findVisible(page, step.target).selectOption(step.value, options));
      return;
    case "check":
      return acts(
        step.target,
        find(page, step.target)
          .first()
          .setChecked(step.checked ?? true, options),
      );
    case "upload":
      return acts(step.target, find(page, step.target).first().setInputFiles(fileOf(step), options));
    case "click":
      return acts(step.target, findVisible(page, step.target).click(options));
    case "press":
      if (!step.target) return page.keyboard.press(step.key);
      return acts(step.target, findVisible(page, step.target).press(step.key, options));
    case "see":
      return see(step.target ? find(page, step.target) : page.locator("body"), step, ms);
    case "not_see":
      return notSee(page, step.text, ms);
    case "attribute":
      return hasAttribute(find(page, step.target), step, ms);
  }
}

/** A value with the day of the browser in place of `{today}`. */
async function written(page: Page, value: string): Promise<string> {
  if (!value.includes(TODAY)) return value;
  const day = await page.evaluate<string>(
    "((now) => new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10))(new Date())",
  );
  return value.replaceAll(TODAY, day);
}

function find(page: Page, target: Target): Locator {
  if ("role" in target) {
    const role = target.role as Parameters<Page["getByRole"]>[0];
    return page.getByRole(role, target.name === undefined ? {} : { name: target.name });
  }
  if ("label" in target) return page.getByLabel(target.label);
  if ("placeholder" in target) return page.getByPlaceholder(target.placeholder);
  if ("text" in target) return page.getByText(target.text);
  if ("test_id" in target) return page.getByTestId(target.test_id);
  return page.locator(target.css);
}

/** The first visible element that matches. */
const findVisible = (page: Page, target: Target) => find(page, target).filter({ visible: true }).first();

async function loads(navigation: Promise<unknown>): Promise<void> {
  try {
    await navigation;
  } catch (error) {
    const Failure = firstLine(error).includes("Timeout") ? Unresponsive : StepFailure;
    throw new Failure(`the page did not load (${firstLine(error)})`, { cause: error });
  }
}

async function acts(target: Target, action: Promise<unknown>): Promise<void> {
  try {
    await action;
  } catch (error) {
    const line = firstLine(error);
    const why = line.includes("Timeout")
      ? "was not found or could not be used"
      : `could not be used (${line})`;
    throw new StepFailure(`${describeTarget(target)} ${why}`, { cause: error });
  }
}

async function see(scope: Locator, step: { text: string; target?: Target | undefined }, ms: number) {
  const met = await holds(ms, async () => includes(await readText(scope), step.text));
  if (!met) throw new StepFailure(`"${step.text}" did not appear${step.target ? " there" : ""}`);
}

/** Absence must last for a moment, because a page that is still rendering shows nothing. */
async function notSee(page: Page, text: string, ms: number): Promise<void> {
  const absent = async () => !includes(await readText(page.locator("body"), { menus: false }), text);
  const met = await holds(ms, async () => {
    if (!(await absent())) return false;
    await pause(2 * POLL_MS);
    return absent();
  });
  if (!met) throw new StepFailure(`"${text}" is still there`);
}

async function hasAttribute(
  scope: Locator,
  step: { name: string; value: string; target: Target },
  ms: number,
) {
  let values: (string | null)[] = [];
  const met = await holds(ms, async () => {
    values = await scope.evaluateAll(
      (elements, name) => elements.map((element) => element.getAttribute(name) as string | null),
      step.name,
    );
    return values.includes(step.value);
  });
  if (met) return;
  const where = describeTarget(step.target);
  const [first] = values;
  if (first === undefined) throw new StepFailure(`${where} was not found`);
  throw new StepFailure(
    first === null ? `${where} has no ${step.name}` : `${where} has ${step.name}="${first}"`,
  );
}

async function holds(ms: number, condition: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + ms;
  for (;;) {
    // A navigation destroys the execution context; the next poll reads the new page.
    const met = await condition().catch((error: unknown) => {
      if (/navigation|context was destroyed/.test(String(error))) return false;
      throw error;
    });
    if (met) return true;
    if (performance.now() >= deadline) return false;
    await pause(POLL_MS);
  }
}

/**
 * The visible text of elements; for an input field itself, its value. Values of fields inside an element do not count,
 * because otherwise an app that ignores its input would seem to show it. Without `menus`, of a closed menu only what is
 * chosen counts.
 */
export function readText(scope: Locator, { menus = true } = {}): Promise<string> {
  return scope.evaluateAll((elements, menus) => {
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not be included
    const shown = (element: (typeof elements)[number]) => element.innerText ?? element.textContent;
    return elements
      .map((element) => {
        if (/^(INPUT|TEXTAREA)$/.test(element.tagName)) return element.value;
        const closed = menus ? [] : [...element.querySelectorAll("select:not([multiple], [size])")];
        return closed.reduce(
          (text, menu) => text.replace(shown(menu), () => menu.selectedOptions[0]?.text ?? ""),
          shown(element),
        );
      })
      .join("\n");
  }, menus);
}

const includes = (text: string, wanted: string): boolean => plain(text).includes(plain(wanted));

/** Ignores case and white space, which style sheets can change. */
const plain = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]?.slice(0, 200) ?? "";
