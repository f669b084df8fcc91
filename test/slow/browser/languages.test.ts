import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { until } from "#test/support/limits.ts";
import { wordsIn } from "#test/web/words/words-in.ts";
import { DE } from "#web/words/de/catalogue.ts";
import { EN } from "#web/words/en/catalogue.ts";
import { openClient } from "./client-page.ts";
import { IN_USE, PAGES_IN_USE } from "./in-use.ts";

/** The client in other languages than English, over an API with fixed replies. */

const GERMAN = new Set(textsOf(DE));
/** Texts of the catalogue that only the English one has. */
const ENGLISH = new Set(textsOf(EN).filter((text) => !GERMAN.has(text)));

let home: Visit;
let close: () => Promise<void>;
let isLoggedIn = true;

beforeAll(async () => {
  ({ home, close } = await openClient(() => ({
    ...IN_USE,
    ...(!isLoggedIn && { "/gantry/auth/status": { authenticated: false } }),
  })));
});
afterAll(() => close?.());

describe("the client", () => {
  it("is shown in the language that is chosen, at once and after a reload", async () => {
    const { page } = home;
    await page.getByRole("link", { name: "Settings" }).first().click();
    await page.getByLabel("Name of the device").fill("what was entered stays");
    await page.getByRole("group", { name: "Language" }).getByText("Deutsch").click();
    await page.getByRole("heading", { level: 1, name: DE.settings.settings }).waitFor();
    expect(await page.getByLabel(DE.settings.deviceName).inputValue()).toBe("what was entered stays");
    expect(await page.title()).toBe("Einstellungen – Gantry");
    await page.reload();
    await page.getByLabel(DE.settings.deviceName).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("de");
  });

  it.each(PAGES_IN_USE)("has no English word and no barrier at %s in German", async (path, heading) => {
    const { page } = home;
    await page.goto(new URL(path, page.url()).href);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    // The page of the design shows a list that loads.
    if (path !== "/design")
      await until(async () => (await page.getByRole("status", { name: DE.ui.loading }).count()) === 0);
    expect((await readOn(page)).filter((text) => ENGLISH.has(text))).toEqual([]);
    expect(await barriersOf(page)).toEqual([]);
  });

  it("does not widen a phone's page with the longer words", async () => {
    const { page } = home;
    await page.setViewportSize({ width: 320, height: 700 });
    for (const [path, heading] of PAGES_IN_USE) {
      await page.goto(new URL(path, page.url()).href);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      const overflow = await overflowOf(page);
      expect([path, overflow]).toEqual([path, 0]);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it("greets people in their browser's language, with its numbers and times", async () => {
    const { page } = home;
    await page.addInitScript({
      content:
        'localStorage.removeItem("gantry-language"); Object.defineProperty(navigator, "languages", { get: () => ["nl", "fr-CA", "en"] });',
    });
    await page.goto(new URL("/missions", page.url()).href);
    await page.getByRole("heading", { level: 1, name: "Missions" }).waitFor();
    await page.locator('[data-status="BUILDING"]').getByText("Construction et tests").waitFor();
    expect(await page.locator("time").first().getAttribute("title")).toMatch(/janv\. 2026/);
    isLoggedIn = false;
    await page.reload();
    await page.getByRole("button", { name: "Se connecter" }).waitFor();
    expect(await page.title()).toBe("Se connecter – Gantry");
    expect([...home.errors].filter((error) => !error.includes("ws-ticket"))).toEqual([]);
  });
});

/** What is read on a page: texts, without code and what people wrote, and the attributes that name or explain something. */
function readOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("bdi, code")) texts.push(walker.currentNode.data);
    for (const element of document.querySelectorAll("[title], [aria-label], [placeholder], [alt]"))
      for (const name of ["title", "aria-label", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
    return texts.map((text) => text.trim()).filter(Boolean);
  })()`);
}

function textsOf(catalogue: typeof EN): string[] {
  return [...wordsIn(catalogue).values()].filter((word) => typeof word === "string");
}
