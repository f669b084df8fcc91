import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { planHash } from "#core/factory/plan/plan.ts";
import { PLANTS_PLAN } from "#test/cli/missions/plants-plan.ts";
import { proposal } from "#test/cli/missions.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";

/** The page of a conversation over an API with fixed replies: how a plan with a specification is shown. */

const HOSTILE = { ...PLANTS_PLAN, title: "<img src=x onerror=alert(1)>" };
const REPLY = {
  ...proposal({ plan: { ...HOSTILE, hash: planHash(HOSTILE) } }),
  messages: [{ from: "person", text: "a plant tracker", time: "2026-11-21T10:00:00.000Z" }],
  notices: [],
};
const REPLIES = {
  ...NOTHING_YET,
  "/gantry/consult": REPLY,
  [`/gantry/consultation/${REPLY.conversation_id}`]: REPLY,
};

let home: Visit;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ home, close } = await openClient(() => REPLIES));
  await home.page.getByLabel("What should we build?").fill("a plant tracker");
  await home.page.getByRole("button", { name: "Plan it" }).click();
  await home.page.getByRole("button", { name: "Build this plan" }).waitFor();
});
afterAll(() => close?.());

const texts = (selector: string) => home.page.locator(selector).allInnerTexts();

it("shows what becomes of each word, first what is refused and what is asked", async () => {
  await home.page.getByRole("heading", { name: "You asked for" }).waitFor();
  const rows = await texts('[data-part="ledger"] li');
  expect(rows.map((row) => row.split(/\s*\n\s*/).join(" | "))).toEqual([
    "No: | login | not without a model: accounts need a server",
    "Asked: | places | Which places are there?",
    "Yes: | photos | Plants: Photo",
    "Yes: | calendar | Calendar",
    "Yes: | searching | search",
    "Yes: | plants | Plants",
    "Yes: | no tags | left out",
    "Yes: | green | the accent color",
    "Yes: | tracker | comes with it",
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
  await home.page.getByRole("heading", { name: HOSTILE.title }).first().waitFor();
  await home.page.setViewportSize({ width: 320, height: 700 });
  const overflow = await overflowOf(home.page);
  expect(overflow).toBeLessThanOrEqual(0);
  expect([...home.errors]).toEqual([]);
});
