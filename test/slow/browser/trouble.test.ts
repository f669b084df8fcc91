import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";

/** What the client shows when something is wrong: no connection, no service, a reply that it cannot show. */

let home: Visit;
let close: () => Promise<void>;
let replies: Readonly<Record<string, unknown>> = NOTHING_YET;

beforeAll(async () => {
  ({ home, close } = await openClient(() => replies));
  await home.page.getByLabel("What should we build?").waitFor();
});
afterAll(() => close?.());

describe("without a connection", () => {
  it("says so, keeps what is shown, and stops saying so", async () => {
    const { page } = home;
    const said = page.getByText("You are offline.");
    await page.context().setOffline(true);
    await said.waitFor();
    expect(await page.getByLabel("What should we build?").isVisible()).toBe(true);
    expect(await barriersOf(page)).toEqual([]);
    await page.context().setOffline(false);
    await said.waitFor({ state: "detached" });
  });

  it("names what does not respond, and offers another try", async () => {
    const { page } = home;
    await page.route("**/gantry/projects?*", (route) => route.abort());
    await page.getByRole("link", { name: "Projects" }).first().click();
    await page.getByRole("alert").getByText("Gantry does not respond.").waitFor();
    await page.unroute("**/gantry/projects?*");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("No projects yet").waitFor();
  });
});

describe("a page that fails", () => {
  it("shows a report to copy, without what the session contains", async () => {
    const { page } = home;
    await page.evaluate("localStorage.setItem('gantry-page-token', 'the-secret-half')");
    replies = { ...NOTHING_YET, "/gantry/gates": { gates: [{ gate_id: "g", title: "Deploy" }] } };
    await page.goto(new URL("/approvals?secret=in-the-address", page.url()).href);
    await page.getByRole("heading", { level: 1, name: "This page failed" }).waitFor();
    await page.getByText("Report", { exact: true }).click();
    const report = (await page.locator("pre").textContent()) ?? "";
    expect(report).toMatch(/TypeError/);
    expect(report).toContain("/approvals");
    expect(report).not.toMatch(/the-secret-half|in-the-address/);
    expect(await barriersOf(page)).toEqual([]);
  });

  it("does not stop the others", async () => {
    const { page } = home;
    await page.getByRole("link", { name: "Missions" }).first().click();
    await page.getByText("No missions yet").waitFor();
  });
});
