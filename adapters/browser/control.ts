import { type Chrome, type LaunchOptions, launch } from "#adapters/browser/launch.ts";
import { within } from "#adapters/browser/within.ts";

/**
 * Whether this machine starts a browser and shows a page that needs nothing, within `ms`. If it does not, a page
 * that did not answer says nothing about its app.
 */
export async function keepsUp(options: LaunchOptions, ms: number): Promise<boolean> {
  const launched = launch(options);
  const shown = launched.then(showPage);
  try {
    return (await within(ms, shown)) === "shown";
  } catch {
    return false;
  } finally {
    await launched.then((chrome) => chrome.kill()).catch(() => {});
  }
}

async function showPage({ context }: Chrome): Promise<string | null> {
  const page = await context.newPage();
  await page.goto("data:text/html,<body>shown</body>");
  return page.locator("body").textContent();
}
