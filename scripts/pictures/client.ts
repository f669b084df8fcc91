/**
 * Takes pictures of the web client to look at: every page full, empty, loading, failed and offline, and what lies over
 * pages, on a screen and on a phone, in light and dark. `index.html` in the folder shows them side by side.
 *
 *     node scripts/run.mjs scripts/pictures/client.ts [folder]
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { NOTHING_YET, openClient } from "#test/slow/browser/client-page.ts";
import { IN_USE, PAGES_IN_USE } from "#test/slow/browser/in-use.ts";

type Replies = Readonly<Record<string, unknown>>;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly replies?: Replies;
  /** Before the page is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Once it is open. */
  readonly after?: (page: Page) => Promise<unknown>;
}

const FOLDER = resolve(process.argv[2] ?? ".gantry/pictures");
/** Half an hour after everything in the replies. */
const NOW = "2026-01-01T12:40:00.000Z";
const SIZES = { desktop: [1280, 800], phone: [390, 844] } as const;
const SCHEMES = ["light", "dark"] as const;
const LISTS = ["/", "/conversations", "/missions", "/projects", "/approvals", "/settings"] as const;
const API = "**/gantry/{missions,projects,consultations,gates,keys,status,search}**";

const nameOf = (path: string) => path.slice(1).replaceAll("/", "-") || "build";
const press = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys);
  await page.getByRole("dialog").waitFor();
};

const SHOTS: readonly Shot[] = [
  { name: "log-in", path: "/", replies: { "/gantry/auth/status": { authenticated: false } } },
  ...PAGES_IN_USE.map(([path]) => ({ name: nameOf(path), path, replies: IN_USE })),
  ...LISTS.map((path) => ({ name: `${nameOf(path)}-empty`, path })),
  ...LISTS.slice(1).map((path) => ({
    name: `${nameOf(path)}-loading`,
    path,
    before: (page: Page) => page.route(API, () => {}),
    after: (page: Page) => page.waitForTimeout(400),
  })),
  ...LISTS.slice(1).map((path) => ({
    name: `${nameOf(path)}-failed`,
    path,
    before: (page: Page) => page.route(API, (route) => route.abort()),
    after: (page: Page) => page.getByRole("alert").first().waitFor(),
  })),
  {
    name: "missions-offline",
    path: "/missions",
    replies: IN_USE,
    after: (page) => page.context().setOffline(true),
  },
  {
    name: "page-failed",
    path: "/approvals",
    replies: { ...NOTHING_YET, "/gantry/gates": { gates: [{}] } },
  },
  {
    name: "design",
    path: "/design",
    after: (page) => page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: 2400 }),
  },
  { name: "missing", path: "/missions/none/at/all" },
  { name: "palette", path: "/missions", replies: IN_USE, after: press("Control+k") },
  { name: "shortcuts", path: "/missions", replies: IN_USE, after: press("?") },
  {
    name: "question",
    path: "/projects/plants-000001",
    replies: IN_USE,
    after: (page) => page.getByRole("button", { name: "Delete" }).click(),
  },
  {
    name: "key",
    path: "/settings",
    replies: {
      ...IN_USE,
      "POST /gantry/keys": { key_id: "k_new", name: "Phone", key: `gantry_${"k3y".repeat(14)}` },
    },
    after: async (page) => {
      await page.getByLabel("Name of the device").fill("Phone");
      await page.getByRole("button", { name: "Create the key" }).click();
    },
  },
];

await mkdir(FOLDER, { recursive: true });
const files: string[] = [];
for (const shot of SHOTS) await take(shot);
await writeFile(join(FOLDER, "index.html"), sheet(files));
console.log(`${files.length} pictures: ${join(FOLDER, "index.html")}`);
process.exit(0);

async function take({ name, path, replies = NOTHING_YET, before, after }: Shot): Promise<void> {
  for (const [device, [width, height]] of Object.entries(SIZES)) {
    const { home, close } = await openClient(() => ({ ...NOTHING_YET, ...replies }), "/favicon.svg");
    const { page } = home;
    page.setDefaultTimeout(15_000);
    await page.clock.setFixedTime(new Date(NOW));
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await before?.(page);
      await page.goto(new URL(path, page.url()).href);
      await page.getByRole("heading").first().waitFor({ state: "attached" });
      await page.waitForTimeout(250);
      await after?.(page);
      await page.waitForTimeout(250);
      const file = `${name}-${device}-${colorScheme}.png`;
      await page.screenshot({ path: join(FOLDER, file) });
      files.push(file);
      await page.context().setOffline(false);
      await page.unrouteAll({ behavior: "ignoreErrors" });
    }
    await close();
  }
}

function sheet(all: readonly string[]): string {
  const figures = all.map(
    (file) => `<figure><img src="${file}" loading="lazy"><figcaption>${file}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>The web client</title><style>
body { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1rem; font: 13px system-ui; }
figure { margin: 0 } img { width: 100%; border: 1px solid #8888 }</style>${figures.join("\n")}\n`;
}
