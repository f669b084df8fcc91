import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { MISSION } from "#test/support/evidence.ts";
import { openClient } from "./client-page.ts";
import { IN_USE } from "./in-use.ts";

/** The palette and the shortcuts, over an API with fixed replies. */

let home: Visit;
let asked: string[];
let close: () => Promise<void>;

beforeAll(async () => {
  const { missions } = IN_USE["/gantry/missions"] as { missions: { mission_id: string }[] };
  const search = { missions: missions.filter(({ mission_id }) => mission_id === MISSION), next_cursor: null };
  ({ home, asked, close } = await openClient(() => ({ ...IN_USE, "/gantry/search": search }), "/missions"));
  await home.page.getByRole("heading", { level: 1, name: "Missions" }).waitFor();
});
afterAll(() => close?.());

const box = () => home.page.getByRole("combobox", { name: "Search and commands" });
const active = () =>
  home.page.evaluate<string>(
    "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent",
  );

describe("the palette", () => {
  it("opens by its keys over any page, without a barrier, and Escape returns to where one was", async () => {
    const { page } = home;
    await page.getByLabel("Search missions").focus();
    await page.keyboard.press("Control+k");
    await box().waitFor();
    expect(await page.getByRole("option").count()).toBeGreaterThan(12);
    expect(await barriersOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await box().waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Search missions");
  });

  it("moves through what it finds, around its ends, and opens it", async () => {
    const { page } = home;
    await page.getByRole("button", { name: "Search" }).click();
    await box().waitFor();
    expect(await active()).toBe("Build");
    await page.keyboard.press("ArrowUp");
    expect(await active()).toBe("Log out");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await active()).toBe("Missions");
    await page.keyboard.type("appr");
    expect(await active()).toBe("Approvals");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Approvals" }).waitFor();
    expect(await box().count()).toBe(0);
  });

  it("finds missions by what the service knows of them", async () => {
    const { page } = home;
    await page.keyboard.press("Control+k");
    await page.keyboard.type("due dates");
    const found = page.getByRole("group", { name: "Missions" }).getByRole("option");
    await found.first().click();
    await page.waitForURL(`**/missions/${MISSION}`);
  });

  it("changes the appearance and the language", async () => {
    const { page } = home;
    await page.keyboard.press("Control+k");
    await page.keyboard.type("dark");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("deutsch");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Einstellungen" }).first().waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("english");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Settings" }).first().waitFor();
  });

  it("says how much is found, and that nothing is", async () => {
    const { page } = home;
    await page.keyboard.press("Control+k");
    const status = page.getByRole("dialog").getByRole("status");
    // The service of this test finds the same mission and conversation for every query of two characters.
    await page.keyboard.type("zz");
    await status.getByText("2 results").waitFor();
    await box().fill("ʘ");
    await status.getByText("Nothing is called “ʘ”.").waitFor();
    await page.keyboard.press("Escape");
    await box().waitFor({ state: "detached" });
  });
});

describe("shortcuts", () => {
  it("are listed by ?, unless it is typed", async () => {
    const { page } = home;
    await page.getByRole("link", { name: "Missions" }).first().click();
    await page.getByLabel("Search missions").fill("");
    await page.getByLabel("Search missions").press("?");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.getByLabel("Search missions").fill("");
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
  });

  it("of one key can be switched off", async () => {
    const { page } = home;
    await page.getByRole("switch", { name: "Shortcuts of one key" }).uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.keyboard.press("n");
    expect([await page.getByRole("dialog").count(), new URL(page.url()).pathname]).toEqual([0, "/missions"]);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("shortcuts");
    await page.keyboard.press("Enter");
    await page.getByRole("switch", { name: "Shortcuts of one key" }).check();
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await page.getByLabel("What should we build?").waitFor();
    expect(await page.evaluate("document.activeElement.tagName")).toBe("TEXTAREA");
  });

  it("log out as well", async () => {
    const { page } = home;
    await page.keyboard.press("Control+k");
    await page.keyboard.type("log out");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Log in" }).waitFor();
    expect(asked.at(-1)).toBe("POST /gantry/auth/logout");
    expect([...home.errors].filter((error) => !error.includes("ws-ticket"))).toEqual([]);
  });
});
