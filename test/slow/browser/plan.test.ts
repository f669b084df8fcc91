import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { planHash } from "#core/factory/plan/plan.ts";
import { PLANTS_PLAN } from "#test/cli/missions/plants-plan.ts";
import { proposal } from "#test/cli/missions.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { openClient } from "./client-page.ts";

/** The page of the client over an API with one reply: how a plan with a specification is shown. */

const HOSTILE = { ...PLANTS_PLAN, title: "<img src=x onerror=alert(1)>" };
const REPLIES: Readonly<Record<string, unknown>> = {
  "/gantry/auth/status": { authenticated: true },
  "/gantry/missions": { missions: [], next_cursor: null },
  "/gantry/projects": { projects: [], next_cursor: null },
  "/gantry/consult": {
    ...proposal({ plan: { ...HOSTILE, hash: planHash(HOSTILE) } }),
    state: "awaiting_confirmation",
    notices: [],
  },
};

let home: Visit;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ home, close } = await openClient(() => REPLIES));
  await home.page.getByLabel("What shall be built?").fill("a plant tracker");
  await home.page.getByRole("button", { name: "Ask" }).click();
  await home.page.getByRole("button", { name: "Build it" }).waitFor();
});
afterAll(() => close?.());

const texts = (selector: string) => home.page.locator(selector).allInnerTexts();

it("shows what becomes of each word, first what is refused and what is asked", async () => {
  await home.page.getByRole("heading", { name: "You asked for" }).waitFor();
  expect((await texts(".entry")).map((entry) => entry.split(/\s*\n\s*/).join(" | "))).toEqual([
    "✗ | login | not without a model: accounts need a server",
    "? | places | Which places are there?",
    "✓ | photos | Plants: Photo",
    "✓ | calendar | Calendar",
    "✓ | searching | search",
    "✓ | plants | Plants",
    "✓ | no tags | left out",
    "✓ | green | the accent color",
    "✓ | tracker | comes with it",
  ]);
});

it("shows records, pages and behaviours once they are asked for, by keyboard as well", async () => {
  const records = home.page.getByText("Name (required), Photo (image), Place (choice: Inside, Outside)");
  expect(await records.isVisible()).toBe(false);
  await home.page.getByText("What the app is made of").focus();
  await home.page.keyboard.press("Enter");
  await records.waitFor();
  expect(await texts("dt")).toEqual(["Plants", "Purchases", "Pages", "With"]);
});

it("shows text as text, and fits into 320 px", async () => {
  await home.page.getByRole("heading", { name: HOSTILE.title }).waitFor();
  await home.page.setViewportSize({ width: 320, height: 700 });
  const overflow = await home.page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expect([...home.errors]).toEqual([]);
});
