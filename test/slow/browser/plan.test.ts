import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { fixedFeatures } from "#core/factory/plan/fixed-features.ts";
import { planHash } from "#core/factory/plan/plan.ts";
import { PLANTS_PLAN } from "#test/cli/missions/plants-plan.ts";
import { proposal } from "#test/cli/missions.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";

/** The page of a conversation over an API with fixed replies: how a plan with a specification is shown. */

const HOSTILE = {
  ...PLANTS_PLAN,
  acceptance: ["A plant is kept", "A plant is found"],
  title: "<img src=x onerror=alert(1)>",
};
const REPLY = {
  ...proposal({ plan: { ...HOSTILE, hash: planHash(HOSTILE) } }),
  fixed_features: fixedFeatures(HOSTILE),
  estimate: {
    missions: 8,
    ms: { p50: 6000, p95: 9000 },
    cost_usd: { p50: 0.02, p95: 0.05 },
    price_table: "2026-11-21",
  },
  messages: [{ from: "person", text: "a plant tracker", time: "2026-11-21T10:00:00.000Z" }],
  notices: [],
};
let shown: object = REPLY;
const replies = () => ({
  ...NOTHING_YET,
  "/gantry/consult": shown,
  [`/gantry/consultation/${REPLY.conversation_id}`]: shown,
});

let home: Visit;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ home, close } = await openClient(replies));
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

/** What the page sent to the consultation since. */
const sent = async (act: () => Promise<unknown>) => {
  const request = home.page.waitForRequest((each) => isConsult(each.url(), each.method()));
  await act();
  return JSON.parse((await request).postData() ?? "{}");
};
const isConsult = (url: string, method: string) => method === "POST" && url.endsWith("/gantry/consult");

it("switches a feature of exactly the plan that is shown, unless it cannot be left out", async () => {
  const { id, title } = HOSTILE.features[0] as { id: string; title: string };
  const switched = await sent(() => home.page.getByRole("switch", { name: title }).click());
  expect(switched).toEqual({
    conversation_id: REPLY.conversation_id,
    plan_hash: planHash(HOSTILE),
    features: [{ id, included: false }],
  });
});

it("says what missions like this usually take, and how many it knows", async () => {
  await home.page.getByText("6.0 s, $0.02").waitFor();
  await home.page.getByText("95 % within 9.0 s and $0.05; from 8 missions like this").waitFor();
});

it("says what it means that an app goes live, and switches it as a part of the plan", async () => {
  await home.page.getByText("It goes to its own address on the web").waitFor();
  const live = home.page.getByRole("switch", { name: "Put it live" });
  expect(await sent(() => live.click())).toMatchObject({ plan_hash: planHash(HOSTILE), deploy: false });
});

it("sends comments on lines together, as one message that quotes them, and asks before they are lost", async () => {
  const [first, second] = HOSTILE.acceptance as [string, string];
  await home.page.getByText(/A browser will check/).click();
  for (const [line, text] of [
    [first, "Also after a reload"],
    [second, "Not needed"],
  ] as const) {
    await home.page.getByRole("button", { name: `Comment on: ${line}` }).click();
    await home.page.getByRole("textbox", { name: `Comment on: ${line}` }).fill(text);
  }
  await home.page.getByRole("button", { name: "Build this plan" }).click();
  await home.page.getByRole("heading", { name: "Build without 2 comments that are not sent?" }).waitFor();
  await home.page.keyboard.press("Escape");
  await home.page.getByRole("link", { name: "Missions" }).first().click();
  await home.page.getByRole("heading", { name: "Leave without sending 2 comments?" }).waitFor();
  await home.page.getByRole("button", { name: "Back" }).click();
  const { message } = await sent(() => home.page.getByRole("button", { name: "Send 2 comments" }).click());
  expect(message).toBe(`> ${first}\nAlso after a reload\n\n> ${second}\nNot needed`);
  await home.page.getByRole("button", { name: "Send 2 comments" }).waitFor({ state: "detached" });
});

it("shows what has changed elsewhere, and builds the plan only once that was read", async () => {
  const changed = { ...HOSTILE, features: HOSTILE.features.slice(1), summary: "Another summary." };
  shown = { ...REPLY, plan: { ...changed, hash: planHash(changed) } };
  await home.page.reload();
  await home.page.getByRole("heading", { name: "Changed since you last saw it" }).waitFor();
  const lines = await texts('[data-part="changed"] li');
  expect(lines.map((line) => line.split(/\s*\n\s*/).join(" "))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^new: \+ ?Another summary\.$/)]),
  );
  await home.page.getByText("Read what is different before you build it.").waitFor();
  const build = home.page.getByRole("button", { name: `Build this plan ${planHash(changed).slice(0, 8)}` });
  await build.click();
  await home.page.getByRole("button", { name: "I have read it" }).click();
  expect(await sent(() => build.click())).toEqual({
    conversation_id: REPLY.conversation_id,
    confirm: planHash(changed),
  });
});

it("shows text as text, and fits into 320 px", async () => {
  await home.page.getByRole("heading", { name: HOSTILE.title }).first().waitFor();
  await home.page.setViewportSize({ width: 320, height: 700 });
  const overflow = await overflowOf(home.page);
  expect(overflow).toBeLessThanOrEqual(0);
  expect([...home.errors]).toEqual([]);
});
