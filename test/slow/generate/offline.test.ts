import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { BrowserContext, Page } from "playwright-core";
import type { Specification } from "#core/factory/specification/specification.ts";
import { HOUSEHOLD } from "#test/core/factory/generate/household.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { serve } from "./serve.ts";

const named = (name: string) => generate({ ...HOUSEHOLD, name } satisfies Specification).files;

/** An app that works offline, in a browser that keeps its files. The tests are one story. */
describe("an app that opens without a connection", () => {
  let app: Awaited<ReturnType<typeof serve>>;
  let home: Visit;
  let context: BrowserContext | undefined;
  let page: Page;
  const title = async () => page.locator(".brand").textContent();
  const kept = () => page.evaluate<string[]>("caches.keys()");

  beforeAll(async () => {
    app = await serve(named("First"));
    home = await visit(app.origin);
    context = await home.page.context().browser()?.newContext({ serviceWorkers: "allow" });
    if (!context) throw new TypeError("no browser");
    page = await context.newPage();
    page.setDefaultTimeout(within(60));
    await page.goto(app.origin);
    await page.evaluate("navigator.serviceWorker.ready");
    await page.waitForFunction("navigator.serviceWorker.controller !== null");
  });
  afterAll(async () => {
    await context?.close();
    await home?.close();
    app?.close();
  });

  it("keeps its files under a name that their content decides", async () => {
    expect(await kept()).toEqual([expect.stringMatching(/^my-app@[0-9a-f]{16}$/)]);
  });

  it("shows what is deployed, although it keeps an older version", async () => {
    app.replace(named("Second"));
    await page.reload();
    await page.locator(".brand").waitFor();
    expect(await title()).toBe("Second");
  });

  it("tells of the new version, which replaces the old one when the person wants it", async () => {
    const [before] = await kept();
    await page.locator("#use-version").click();
    await page.waitForFunction(`caches.keys().then((names) => !names.includes("${before}"))`);
    await page.locator("#use-version").waitFor({ state: "detached" });
    expect(await kept()).toHaveLength(1);
  });

  it("opens without a connection", async () => {
    app.close();
    await page.reload();
    await page.locator(".brand").waitFor();
    expect(await title()).toBe("Second");
    await page.goto(`${app.origin}/#/rooms`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  });
});
