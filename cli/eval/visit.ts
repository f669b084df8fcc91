import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserStorage } from "#adapters/browser/launch.ts";
import type { CliConfig } from "#cli/config.ts";
import type { Visit } from "#cli/eval/result.ts";
import { checksOf } from "#cli/eval/result.ts";
import type { Visitor } from "#cli/eval/run-turn.ts";
import type { AcceptanceBrowser } from "#core/factory/acceptance-browser.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** Time limit of all checks of one app, in seconds. */
const SECONDS = 120;
const PICTURES = "screenshots";
/** Run last: the screenshot shows the page as a visitor finds it. */
const OPENED = { name: "opens", steps: [{ do: "open" as const, path: "/" }] };

/** Returns a visitor that performs checks on the live app and takes a screenshot of it. */
export function createVisitor(config: CliConfig, folder: string): Visitor {
  const unpacked = browserFolder(config);
  const browser = unpacked.then((at) => openBrowser(at));
  const axe = readAxe(config);
  return {
    async visit(name, url, checks): Promise<Visit> {
      try {
        const run = { url, acceptances: [...checks, OPENED], seconds: SECONDS, screenshot: "last" as const };
        const { results, page_errors, screenshot } = await (await browser).run(run);
        const path = join(PICTURES, `${name}.png`);
        const { inspectPage } = await import("#adapters/browser/inspect-page.ts");
        const look = await inspectPage({ url, folder: await unpacked, seconds: SECONDS, axe: await axe });
        if (screenshot) await writePicture(join(folder, PICTURES), `${name}.png`, screenshot);
        return { checks: checksOf(results), page_errors, look, screenshot: screenshot ? path : null };
      } catch (error) {
        if (!(error instanceof GantryError)) throw error;
        const failed = [...checks, OPENED].map((check) => ({ name: check.name, reason: error.message }));
        return { checks: { passed: [], failed }, page_errors: [], look: null, screenshot: null };
      }
    },
    returning() {
      const storage = {};
      const same = unpacked.then((at) => openBrowser(at, storage));
      return async (url, steps) => {
        const acceptances = [{ name: "records", steps }];
        const { results } = await (await same).run({ url, acceptances, seconds: SECONDS });
        return results[0] ?? { passed: false, reason: "nothing was performed" };
      };
    },
  };
}

/** The browser in which steps are performed. */
export const ownBrowser = (config: CliConfig): Promise<AcceptanceBrowser> =>
  browserFolder(config).then((folder) => openBrowser(folder));

/** The browser is loaded only when it is used. */
async function openBrowser(folder: string, storage?: BrowserStorage) {
  const { createBrowser } = await import("#adapters/browser/browser.ts");
  return createBrowser({ folder, ...(storage && { storage }) });
}

/** The folder in which the browser is unpacked. */
async function browserFolder({ isCheckout, root, home }: CliConfig): Promise<string> {
  const folder = isCheckout ? join(root, "node_modules/.cache/chromium") : join(home, "chromium");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** The source of axe-core, which only a checkout with development packages has. */
const readAxe = ({ root }: CliConfig): Promise<string | null> =>
  readFile(join(root, "node_modules/axe-core/axe.min.js"), "utf8").catch(() => null);

async function writePicture(folder: string, name: string, picture: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), picture);
}
