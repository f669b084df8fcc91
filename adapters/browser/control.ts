import { type Chrome, type LaunchOptions, launch } from "#adapters/browser/launch.ts";
import { within } from "#adapters/browser/within.ts";

/** Approximately as many round trips as a step of an app needs. */
const ROUND_TRIPS = 10;
const PAGE = "data:text/html,<button onclick='this.textContent = Number(this.textContent) + 1'>0</button>";

/**
 * Measures how long a trivial page takes for a step's work, in milliseconds: it is loaded, clicked and read in a new
 * browser. Infinity when that takes longer than `ms` or no browser starts.
 */
export async function measureControl(options: LaunchOptions, ms: number): Promise<number> {
  const launched = launch(options);
  try {
    const chrome = await within(ms, launched);
    if (!chrome) return Number.POSITIVE_INFINITY;
    const start = performance.now();
    const count = await within(ms, clickThrough(chrome));
    return count === `${ROUND_TRIPS}` ? performance.now() - start : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  } finally {
    await launched.then((chrome) => chrome.kill()).catch(() => {});
  }
}

async function clickThrough({ context }: Chrome): Promise<string | null> {
  const page = await context.newPage();
  await page.goto(PAGE);
  const button = page.locator("button");
  for (let trip = 0; trip < ROUND_TRIPS; trip++) await button.evaluate((element) => element.click());
  return button.textContent();
}
