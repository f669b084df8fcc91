import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";

/** The open page of a mission while the service is killed and started again. */

let gantry: Gantry;
let client: Client;
let home: Visit;

beforeAll(async () => {
  gantry = await startGantry();
  client = await logIn(gantry);
  home = await visit(gantry.origin);
  const { page } = home;
  await page.getByLabel("Password").fill(gantry.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByLabel("What should we build?").waitFor();
});
afterAll(async () => {
  await home?.close();
  await gantry?.stop();
});

it("catches up without a reload, with every signal once and in order", async () => {
  const { page } = home;
  const id = await client.build("a reading list with authors and ratings");
  await page.goto(`${gantry.origin}/missions/${id}`);
  const sequences: number[] = [];
  page.on("response", async (response) => {
    if (response.status() !== 200 || !response.url().includes(`/missions/${id}/events`)) return;
    const { events } = (await response.json().catch(() => ({ events: [] }))) as {
      events: { sequence: string }[];
    };
    sequences.push(...events.map(({ sequence }) => Number(sequence)));
  });
  await page.getByRole("listitem").filter({ hasText: "Building and testing" }).first().waitFor();
  await page.evaluate("window.isSamePage = true");
  const before = await page.locator("#log").textContent();
  await gantry.crash();
  await page.getByText("The connection is lost").waitFor();
  await gantry.start();
  const mission = await client.wait(id, 300, ({ evidence }) => evidence !== null);
  expect(mission.status).toBe("DEPLOYED");
  const { events } = (await client.get(`/gantry/missions/${id}/events?limit=200`)).body;
  await page.locator("#log").getByText(`${events.length} records`).waitFor();
  expect(before).not.toContain(`${events.length} records`);
  expect(await page.evaluate("window.isSamePage")).toBe(true);
  const lines = page.getByRole("log", { name: "Log" }).getByRole("listitem");
  expect(await lines.count()).toBe(events.length);
  const times = await lines
    .locator("time")
    .evaluateAll((all) => all.map((each) => each.getAttribute("datetime")));
  expect(times).toEqual(events.map(({ time }: { time: string }) => time));
  // Read once each, across the restart: those before this page listened are not in the list.
  const last = Number(events.at(-1).sequence);
  const first = sequences[0] ?? Number.NaN;
  expect(sequences).toEqual(Array.from({ length: last - first + 1 }, (_, index) => first + index));
  await page.getByRole("link", { name: "Open the app" }).waitFor();
  expect(await page.getByText("The connection is lost").count()).toBe(0);
});
