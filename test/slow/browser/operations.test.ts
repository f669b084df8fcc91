import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { shown } from "#test/cli/missions.ts";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";

/** The page of operations over an API with fixed replies. */

const HOSTILE = "<img src=x onerror=alert(1)>";
const queued = (n: number) => ({
  mission_id: `m_${n}`,
  title: n === 2 ? HOSTILE : `App ${n}`,
  status: n === 1 ? "BUILDING" : "QUEUED",
  created_at: "2026-11-21T10:00:00.000Z",
});
const QUEUE = { slots: 1, running: [queued(1)], waiting: [queued(2), { ...queued(3), title: null }] };
const BUDGET = {
  month: "2026-11",
  spent_usd: 8,
  reserved_usd: 0.5,
  unknown_usd: 0,
  limit_usd: 10,
  forecast_usd: 16,
};
let missions: object[] = [];
let home: Visit;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ home, close } = await openClient(
    () => ({
      ...NOTHING_YET,
      "/ready": { ready: false, checks: { database: true, signing_key: false } },
      "/gantry/missions": { missions, next_cursor: null },
      "/gantry/queue": QUEUE,
      "/gantry/budget": BUDGET,
    }),
    "/operations",
  ));
  await home.page.getByRole("heading", { name: "Operations", level: 1 }).waitFor();
});
afterAll(() => close?.());

it("says what to do while there are no missions", async () => {
  await home.page.getByText("No missions in this range").waitFor();
  expect(await home.page.getByRole("link", { name: "Build something" }).getAttribute("href")).toBe("/");
});

it("shows what missions came to, in the range of the address", async () => {
  const { page } = home;
  const mission = shown();
  missions = [
    { ...mission, cost_usd: 1.25, project: HOSTILE },
    { ...mission, status: "FAILED", attempts: 3, cost_usd: 0.5 },
    { ...mission, attempts: 2, cost_usd: 0 },
  ];
  await page.getByLabel("Range").selectOption("30");
  await page.waitForURL(/days=30/);
  await page.getByText("Of 2 missions whose first attempt failed, 1 was repaired.").waitFor();
  const rowsOf = async (title: string | RegExp) =>
    (await page.getByRole("region", { name: title }).getByRole("row").allTextContents()).slice(1);
  expect((await rowsOf("Missions by outcome")).slice(0, 4)).toEqual([
    "Succeeded2",
    "Running0",
    "Waiting for a person0",
    "Failed1",
  ]);
  expect((await rowsOf("Model calls by project"))[0]).toBe(`${HOSTILE}1$1.25`);
  await page.getByRole("region", { name: "Model calls by day: $1.75 in all" }).waitFor();
  await page.reload();
  expect(await page.getByLabel("Range").inputValue()).toBe("30");
});

it("shows who holds the slots and who waits, and how much of the budget is left", async () => {
  const { page } = home;
  await page.getByText("1 mission holds the only slot; 2 missions wait.").waitFor();
  const slots = page.getByRole("region", { name: "Builder slots" });
  expect(await slots.getByRole("link").allTextContents()).toEqual(["App 1", HOSTILE, "m_3"]);
  await page.getByText("$1.50 are left of the limit.").waitFor();
  expect(await page.getByRole("meter", { name: "Spent and reserved, of the limit" }).count()).toBe(1);
});

it("fits into 320 px, and keeps nobody out", async () => {
  const { page } = home;
  await page.getByText("Missions by outcome").waitFor();
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowOf(page)).toBe(0);
  expect(await barriersOf(page)).toEqual([]);
  expect([...home.errors]).toEqual([]);
});
