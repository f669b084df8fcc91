import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { CONVERSATION, proposal } from "#test/cli/missions.ts";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";

/** How a person keeps conversations in order, over an API with fixed replies. */

const at = "2026-11-21T10:00:00.000Z";
const HOSTILE = "<img src=x onerror=alert(1)>";
let filed: { title: string; archived: boolean };
/** What a search finds; the conversation without it. */
let found: object[] | undefined;
let home: Visit;
let asked: string[];
let close: () => Promise<void>;

beforeAll(async () => {
  filed = { title: HOSTILE, archived: false };
  const shown = () => ({
    ...proposal(),
    ...filed,
    status: "NEEDS_CONFIRMATION",
    created_at: at,
    updated_at: at,
  });
  const listed = () => ({ ...shown(), kind: "consultation" });
  ({ home, asked, close } = await openClient(
    () => ({
      ...NOTHING_YET,
      "/gantry/consultations": { consultations: [shown()], next_cursor: null },
      "/gantry/conversations": { conversations: found ?? [listed()], next_cursor: null },
      [`/gantry/conversations/${CONVERSATION}`]: listed(),
      [`/gantry/consultation/${CONVERSATION}`]: { ...shown(), messages: [], notices: [] },
    }),
    "/conversations",
  ));
  await home.page.getByRole("heading", { name: "Conversations", level: 1 }).waitFor();
});
afterAll(() => close?.());

it("lists conversations by their titles, as text, and keeps the search in the address", async () => {
  const { page } = home;
  await page.locator("main").getByText(HOSTILE).waitFor();
  await page.getByLabel("Search conversations").fill("task");
  await page.waitForURL(/q=task$/);
  await page.getByLabel("Archived").check();
  await page.waitForURL(/archived=true/);
  await page.reload();
  expect(await page.getByLabel("Search conversations").inputValue()).toBe("task");
  expect(await page.getByLabel("Archived").isChecked()).toBe(true);
});

it("searches for what was typed, and for nothing again once all are shown", async () => {
  const { page } = home;
  const box = page.getByLabel("Search conversations");
  await box.press("End");
  found = [];
  await box.pressSequentially(" manager");
  await page.waitForURL(/q=task(\+|%20)manager/);
  const all = page.getByRole("link", { name: "Show all conversations" });
  await all.waitFor();
  found = undefined;
  await all.click();
  await page.locator("main").getByText(HOSTILE).waitFor();
  expect(await box.inputValue()).toBe("");
  expect(new URL(page.url()).search).toBe("");
});

it("archives one, and brings it back", async () => {
  const { page } = home;
  await page.getByRole("button", { name: `Archive ${HOSTILE}` }).waitFor();
  filed = { ...filed, archived: true };
  await page.getByRole("button", { name: `Archive ${HOSTILE}` }).click();
  await page.getByRole("button", { name: `Bring ${HOSTILE} back` }).waitFor();
  expect(asked).toEqual([`PATCH /gantry/conversations/${CONVERSATION}`]);
});

it("renames one by keyboard", async () => {
  const { page } = home;
  await page.locator("main").getByRole("link", { name: HOSTILE }).click();
  await page.getByRole("button", { name: "Rename" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Title of the conversation").fill("Chores");
  filed = { ...filed, title: "Chores" };
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Chores", level: 1 }).waitFor();
  expect(asked).toHaveLength(2);
});

it("fits into 320 px, and keeps nobody out", async () => {
  const { page } = home;
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ["/conversations", `/conversations/${CONVERSATION}`]) {
    await page.goto(new URL(path, page.url()).href);
    await page.locator("main").getByText("Chores").first().waitFor();
    expect([path, await overflowOf(page)]).toEqual([path, 0]);
    expect([path, await barriersOf(page)]).toEqual([path, []]);
  }
  expect([...home.errors]).toEqual([]);
});
