/**
 * Takes the pictures of docs/images: builds the app of each sentence as the offline brain does, enters records and
 * photographs it on a screen and on a phone, in light and dark. With names, only these apps.
 *
 *     npm run pictures -- [name]...
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launch } from "#adapters/browser/launch.ts";
import { buildRequest } from "#test/local/brain/build-request.ts";
import { serve } from "#test/slow/generate/serve.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";
import type { PicturedApp } from "./app.ts";
import { APPS } from "./apps.ts";
import { convert } from "./convert.ts";
import { enter, type Values } from "./enter.ts";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "docs/images");
/** The day on which all pictures are taken: a Wednesday. */
const TODAY = "2026-06-17T10:00:00";
const DAY_MS = 86_400_000;
const SIZES = [
  [1280, 800],
  [390, 844],
] as const;
const SCHEMES = ["light", "dark"] as const;

const names = process.argv.slice(2);
await mkdir(FOLDER, { recursive: true });
for (const app of APPS) if (names.length === 0 || names.includes(app.name)) await photograph(app);

async function photograph(app: PicturedApp): Promise<void> {
  const served = await serve(buildRequest([app.sentence]).files);
  const chrome = await launch({ origin: served.origin, folder: BROWSER_FOLDER });
  try {
    const studio = await chrome.context.newPage();
    const page = await chrome.context.newPage();
    page.setDefaultTimeout(60_000);
    const today = (offset: number) =>
      page.clock.setFixedTime(new Date(new Date(TODAY).getTime() + offset * DAY_MS));
    await today(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(served.origin);
    for (const { list, values } of app.records ?? []) await enter(page, list, await drawn(studio, values));
    await app.use?.(page, today);
    await page.goto(`${served.origin}/${app.shows ?? ""}`);
    await takePictures(page, studio, app);
  } finally {
    await chrome.kill();
    served.close();
  }
}

/** The values with drawings as photos. */
async function drawn(studio: Page, values: Values): Promise<Values> {
  const all = Object.entries(values).map(async ([field, value]) => {
    const entered =
      typeof value === "string" ? value : await convert(studio, value, "image/svg+xml", "image/png");
    return [field, entered] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

async function takePictures(page: Page, studio: Page, { name, always }: PicturedApp): Promise<void> {
  const shots: [string, Buffer][] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.reload();
      await page.getByRole("heading").first().waitFor({ state: "attached" });
      await always?.(page);
      await page.evaluate("document.activeElement?.blur()");
      await page.waitForTimeout(500);
      shots.push([`${name}-${width}-${colorScheme}.webp`, await page.screenshot()]);
    }
  }
  for (const [file, png] of shots) {
    const picture = await convert(studio, png, "image/png", "image/webp");
    await writeFile(join(FOLDER, file), picture);
    console.log(`${file}: ${Math.round(picture.length / 1024)} kB`);
  }
}
