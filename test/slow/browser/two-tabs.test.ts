import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { BrowserContext, Page } from "playwright-core";
import { launch } from "#adapters/browser/launch.ts";
import { collectErrors } from "#adapters/browser/page-errors.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { draft } from "#local/brain/roles/architect.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";
import { within } from "#test/support/limits.ts";

/** A composed app in two tabs of one browser, with the storage that such tabs share. */

const REQUEST = "Build a counter with several counters";

/** Adds a counter as a person does, who types its name over the one that is selected. */
async function add(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add counter" }).click();
  await page.keyboard.type(name);
}

const shown = (page: Page, name: string) => page.getByRole("region", { name }).waitFor();

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

describe("several counters", () => {
  let server: Server;
  let origin: string;
  let storageKey: string;
  let chrome: Awaited<ReturnType<typeof launch>>;
  let context: BrowserContext;
  let errors: Set<string>;

  beforeAll(async () => {
    const { proposal } = consult({
      messages: [REQUEST],
      previous: null,
    });
    const plan = { ...proposal, deploy: true, publish: true, request: [REQUEST], design_image: null } as Plan;
    storageKey = `${plan.project_name}.counters`;
    const files = new Map(draft({ plan }).files.map(({ path, content }) => [path, content]));
    server = createServer((req, res) => {
      const path = req.url === "/" ? "/index.html" : (req.url ?? "");
      const content = files.get(`public${path}`);
      res.writeHead(content === undefined ? 404 : 200, {
        "content-type": TYPES[extname(path)] ?? "text/plain",
      });
      res.end(content ?? "");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  async function open(count: number): Promise<Page[]> {
    chrome = await launch({ origin, folder: BROWSER_FOLDER });
    context = chrome.context;
    errors = new Set();
    collectErrors(context, origin, errors);
    return Promise.all(Array.from({ length: count }, () => tab()));
  }
  async function tab(): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(within(60));
    await page.goto(origin);
    return page;
  }
  afterEach(() => chrome.kill());

  it("keeps what both tabs add, and shows it in both", async () => {
    const [first, second] = (await open(2)) as [Page, Page];
    await add(first, "From the first tab");
    await shown(second, "From the first tab");
    await add(second, "From the second tab");
    await shown(first, "From the second tab");
    const third = await tab();
    for (const name of ["From the first tab", "From the second tab"]) await shown(third, name);
    expect([...errors]).toEqual([]);
  });

  it("moves unreadable data aside, reports it and offers it", async () => {
    const [page] = (await open(1)) as [Page];
    await page.evaluate((name) => localStorage.setItem(name, '{"version":1,"value":[{"id"'), storageKey);
    await page.reload();
    await page.getByRole("alert").getByText("could not be read").waitFor();
    await add(page, "After the accident");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download it" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${storageKey}.unreadable-1.txt`);
    await page.reload();
    await shown(page, "After the accident");
    await page.getByRole("button", { name: "Delete it" }).click();
    await page.reload();
    await shown(page, "After the accident");
    expect(await page.getByRole("alert").count()).toBe(0);
    expect([...errors]).toEqual([]);
  });
});
