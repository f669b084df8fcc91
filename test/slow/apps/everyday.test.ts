import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { visit } from "#test/e2e/support/visit.ts";

/** Everyday apps, from a sentence to the live page, without a model. */

/** What people ask for in one sentence. */
const SENTENCES = [
  "A CRM for a dentist",
  "plant watering tracker with photos and a calendar",
  "a calculator",
  "a landing page for a bakery",
  "LinkedIn-style feed",
  "habit tracker",
  "recipe book with ingredients per recipe",
  "inventory with low-stock warning and totals",
  "workout log with a chart",
  "Trello clone in green",
];

/** Seconds that a mission may take. */
const WAIT = 120;

let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  gantry = await startGantry();
  client = await logIn(gantry);
});
afterAll(() => gantry?.stop());

/** Violations that keep people from using a page, by rule and element (deque's axe-core, WCAG 2 A and AA). */
async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: any[] }>("axe.run(document)");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target }: any) => `${id}: ${target}`));
}

const widthOf = (page: Page) => page.evaluate<number>("document.documentElement.scrollWidth");

describe("an everyday app", () => {
  it.each(SENTENCES)(
    "from %j goes live, and is usable on a screen and on a phone, in light and dark",
    async (sentence) => {
      const mission = await client.wait(await client.build(sentence), WAIT);
      expect(mission).toMatchObject({ status: "DEPLOYED", error: null });
      const app = await visit(mission.url);
      try {
        for (const width of [1280, 390, 320])
          for (const colorScheme of ["light", "dark"] as const) {
            await app.page.setViewportSize({ width, height: 800 });
            await app.page.emulateMedia({ colorScheme });
            await app.page.reload();
            await app.page.getByRole("heading", { level: 1 }).first().waitFor();
            expect([width, await widthOf(app.page)]).toEqual([width, width]);
            expect([width, colorScheme, await barriersOf(app.page)]).toEqual([width, colorScheme, []]);
          }
        expect([...app.errors]).toEqual([]);
      } finally {
        await app.close();
      }
    },
  );
});
