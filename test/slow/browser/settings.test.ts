import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Visit } from "#test/e2e/support/visit.ts";
import { openClient } from "./client-page.ts";
import { IN_USE } from "./in-use.ts";

/** The settings over an API with fixed replies, in a browser whose notifications are recorded. */

const RECORDER = `
  window.told = [];
  window.Notification = class extends EventTarget {
    static permission = "default";
    static async requestPermission() {
      return (Notification.permission = "granted");
    }
    constructor(title, { body }) {
      super();
      window.told.push(title + ": " + body);
    }
    close() {}
  };
`;

let home: Visit;
let close: () => Promise<void>;
let asked: string[];
let replies: Record<string, unknown> = {};
let missions = IN_USE["/gantry/missions"] as { missions: { status: string; speech: string }[] };

beforeAll(async () => {
  const opened = await openClient(() => ({ ...IN_USE, ...replies, "/gantry/missions": missions }));
  ({ home, close, asked } = opened);
  await home.page.addInitScript({ content: RECORDER });
  await home.page.goto(new URL("/settings", home.page.url()).href);
  await home.page.getByRole("heading", { name: "Settings" }).waitFor();
});
afterAll(() => close?.());

const scheme = () => home.page.evaluate<string>("getComputedStyle(document.documentElement).colorScheme");

describe("the settings", () => {
  it("choose light, dark or what the system has, at once and after a reload", async () => {
    const { page } = home;
    const themes = page.getByRole("group", { name: "Appearance" });
    await themes.getByText("Dark").click();
    expect(await scheme()).toBe("dark");
    await page.reload();
    expect([await scheme(), await themes.getByLabel("Dark").isChecked()]).toEqual(["dark", true]);
    await themes.getByLabel("Dark").focus();
    await page.keyboard.press("ArrowRight");
    expect([await scheme(), await themes.getByLabel("As the system").isChecked()]).toEqual([
      "light dark",
      true,
    ]);
  });

  it("say who is logged in, as what, and since when", async () => {
    const facts = await home.page.getByRole("region", { name: "This session" }).locator("dd").allInnerTexts();
    expect(facts.slice(0, 4)).toEqual(["owner", "local", "Owner", "tech_lead"]);
    expect(facts[4]).toMatch(/Jan 1, 2026/);
  });

  it("list keys, and ask before one is revoked", async () => {
    const { page } = home;
    const keys = page.getByRole("list", { name: "Devices and keys" }).getByRole("listitem");
    expect(await keys.count()).toBe(2);
    expect(await keys.nth(1).getByRole("button").count()).toBe(0);
    await keys.nth(0).getByRole("button", { name: "Revoke: Phone" }).click();
    const question = page.getByRole("dialog", { name: "Revoke the key “Phone”?" });
    await question.getByRole("button", { name: "Back" }).click();
    await question.waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Revoke");
  });

  it("list the person's sessions, say which one this is, and ask before others end", async () => {
    const { page } = home;
    const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
    expect(await sessions.count()).toBe(2);
    const own = (await sessions.nth(0).allInnerTexts()).join().replaceAll("\n", " ");
    expect(own).toMatch(/Firefox, Linux .*203\.0\.113\.9 +This session/);
    expect(await sessions.nth(0).getByRole("button").count()).toBe(0);
    await sessions.nth(1).getByRole("button", { name: "End: curl" }).click();
    const dialog = page.getByRole("dialog", { name: "End the session “curl”?" });
    expect(asked).not.toContain("POST /gantry/sessions/s_2/revoke");
    replies = {
      "/gantry/sessions/s_2/revoke": { ended: 1 },
      "/gantry/sessions/revoke-others": { ended: 1 },
    };
    await Promise.all([
      page.waitForResponse((response) => response.url().endsWith("/gantry/sessions/s_2/revoke")),
      dialog.getByRole("button", { name: "End" }).click(),
    ]);
    await page.getByRole("button", { name: "End all other sessions" }).click();
    const all = page.getByRole("dialog", { name: "End all other sessions?" });
    replies = {
      ...replies,
      "/gantry/sessions": { sessions: [(IN_USE["/gantry/sessions"] as any).sessions[0]] },
    };
    await all.getByRole("button", { name: "End all other sessions" }).click();
    await sessions.nth(1).waitFor({ state: "detached" });
    expect(asked).toContain("POST /gantry/sessions/revoke-others");
  });

  it("change the password, and compare the two entries first", async () => {
    const { page } = home;
    const region = page.getByRole("region", { name: "Password" });
    replies = { ...replies, "/gantry/auth/password": { ended: 1 } };
    await region.getByLabel("Current password").fill("correct horse battery");
    await region.getByLabel("New password, 12 characters or more").fill("another long password");
    await region.getByLabel("Repeat the new password").fill("another lng password");
    await region.getByRole("button", { name: "Change the password" }).click();
    await region.getByText("The two new passwords differ.").waitFor();
    expect(asked).not.toContain("POST /gantry/auth/password");
    await region.getByLabel("Repeat the new password").fill("another long password");
    await region.getByRole("button", { name: "Change the password" }).click();
    await region.getByText("The password has changed, and 1 other session has ended.").waitFor();
    expect(await region.getByLabel("Current password").inputValue()).toBe("");
  });

  it("show the owner what the installation knows about itself, as the first page does of what fails", async () => {
    const { page } = home;
    const list = page.getByRole("list", { name: "Checks" }).getByRole("listitem");
    expect(await list.count()).toBe(3);
    await list.nth(0).getByText("To fix it: install bwrap").waitFor();
    await page.goto(new URL("/", page.url()).href);
    const hindrances = page.getByRole("region", { name: "What limits builds here" });
    await hindrances.getByText("Builds are refused: they need a sandbox.").waitFor();
    expect(await hindrances.getByText("No language model is connected.").count()).toBe(0);
    await hindrances.getByRole("link", { name: "All checks" }).click();
    await page.getByRole("heading", { name: "Settings" }).waitFor();
  });

  it("turn on notifications of missions that end, and off again", async () => {
    const { page } = home;
    const told = () => page.evaluate<string[]>("window.told");
    const notify = page.getByRole("switch", { name: "Tell me when a mission ends or waits for me" });
    await notify.check();
    expect(await told()).toEqual(["Gantry: You will be told when a mission ends or waits for you."]);
    await page.waitForResponse((response) => response.url().includes("/gantry/missions"));
    const [running, ...others] = missions.missions;
    missions = {
      ...missions,
      missions: [{ ...running!, status: "DEPLOYED", speech: "It is live." }, ...others],
    };
    await page.evaluate(`new Promise((resolve) => {
      const look = () => (window.told.length > 1 ? resolve() : setTimeout(look, 50));
      look();
    })`);
    expect((await told()).at(-1)).toMatch(/: It is live\.$/);
    await notify.uncheck();
    expect(await page.evaluate("localStorage.getItem('gantry-notifications')")).toBeNull();
  });

  it("say what to do where the browser blocks them", async () => {
    const { page } = home;
    await page.addInitScript({ content: 'Notification.permission = "denied";' });
    await page.reload();
    await page.getByText("This browser blocks notifications of this page.").waitFor();
    expect([...home.errors]).toEqual([]);
  });
});
