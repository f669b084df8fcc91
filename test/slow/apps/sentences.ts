import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { visit } from "#test/e2e/support/visit.ts";

/** Seconds that a mission may take. */
const WAIT = 120;

/** Widths at which no page scrolls sideways: a screen, a phone, and the narrowest that WCAG 2.2 names. */
const WIDTHS = [1280, 390, 320];

/** Tests that each sentence leads to a live app that people can use on a screen and on a phone, in light and dark. */
export function testSentences(sentences: readonly string[]): void {
  let gantry: Gantry;
  let client: Client;

  beforeAll(async () => {
    gantry = await startGantry();
    client = await logIn(gantry);
  });
  afterAll(() => gantry?.stop());

  it.each(sentences)(
    "from %j goes live, and is usable on a screen and on a phone, in light and dark",
    async (sentence) => {
      const mission = await client.wait(await client.build(sentence), WAIT);
      expect(mission).toMatchObject({ status: "DEPLOYED", error: null });
      const { page, errors, close } = await visit(mission.url);
      try {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await page.reload();
          await page.getByRole("heading", { level: 1 }).first().waitFor();
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 800 });
            expect([width, await widthOf(page)]).toEqual([width, width]);
            expect([width, colorScheme, await barriersOf(page)]).toEqual([width, colorScheme, []]);
          }
        }
        expect([...errors]).toEqual([]);
      } finally {
        await close();
      }
    },
  );
}

const widthOf = (page: Page) => page.evaluate<number>("document.documentElement.scrollWidth");
