import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { fetchApp } from "#test/e2e/support/fetch-app.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { pngOf } from "#test/support/images.ts";
import { until } from "#test/support/limits.ts";

/** What a person does from the first log-in to the last, by mouse, by keyboard alone, and on a phone. */

const MISSION_SECONDS = 300;
/** More elements than a page has between any two. */
const MOST_TABS = 300;

interface Hands {
  /** Activates a button, a link or a switch. */
  press(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
}

const byPointer: Hands = {
  press: (target) => target.click(),
  type: (target, text) => target.fill(text),
};

const byKeyboard = (page: Page): Hands => ({
  async press(target) {
    await reach(page, target);
    const role = await target.evaluate((element) => element.getAttribute("role") ?? element.tagName);
    await page.keyboard.press(role === "switch" || role === "INPUT" ? "Space" : "Enter");
  },
  async type(target, text) {
    await reach(page, target);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  },
});

/** Moves the focus with the tab key until it is there. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const isThere = () => target.evaluate((element) => element === element.ownerDocument.activeElement);
  for (let tabs = 0; !(await isThere()); tabs++) {
    if (tabs === MOST_TABS) throw new Error(`the tab key does not reach ${target}`);
    await page.keyboard.press("Tab");
  }
}

let gantry: Gantry;
let client: Client;
beforeAll(async () => {
  gantry = await startGantry();
  client = await logIn(gantry);
});
afterAll(() => gantry?.stop());

describe.each([
  ["with a mouse", 1280, () => byPointer],
  ["with the keyboard alone", 1280, byKeyboard],
  ["on a phone", 390, () => byPointer],
] as const)("a person %s, in this order,", (_, width, handsOn) => {
  let home: Visit;
  let page: Page;
  let hands: Hands;
  let mission: any;

  const button = (name: string) => page.getByRole("button", { name }).filter({ visible: true });
  const link = (name: string) => page.getByRole("link", { name }).filter({ visible: true }).first();
  const app = async () => new TextDecoder().decode((await fetchApp(mission.url)).bytes);
  const missionOnPage = () => {
    const [, id] = /^\/missions\/(\w+)$/.exec(new URL(page.url()).pathname) ?? [];
    return id;
  };
  /** Confirms the plan on the page, and follows it there to its end. */
  async function build() {
    const before = missionOnPage();
    const plan = button("Build this plan");
    expect(await plan.textContent()).toMatch(/^Build this plan[0-9a-f]{8}$/);
    await hands.press(plan);
    const id = await until(async () => {
      const now = missionOnPage();
      return now !== before && now;
    });
    const ended = await client.wait(id, MISSION_SECONDS, ({ evidence }) => evidence !== null);
    expect(ended).toMatchObject({ status: "DEPLOYED", outcome: "succeeded" });
    await link("Open the app").waitFor();
    return ended;
  }

  beforeAll(async () => {
    home = await visit(gantry.origin);
    page = home.page;
    hands = handsOn(page);
    await page.setViewportSize({ width, height: 800 });
  });
  afterAll(() => home?.close());

  it("logs in", async () => {
    await hands.type(page.locator("input[type=password]"), gantry.password);
    await hands.press(button("Log in"));
    await page.getByLabel("What should we build?").waitFor();
  });

  it("chooses an example, shows an image of the design, and gets a plan", async () => {
    await hands.press(button("Plant watering tracker"));
    const wish = page.getByLabel("What should we build?");
    await until(async () => (await wish.inputValue()) !== "");
    const buffer = Buffer.from(pngOf(8, 8, () => [194, 65, 12]));
    // The window in which a file is chosen is the system's.
    await page
      .getByLabel("Design image")
      .setInputFiles({ name: "mockup.png", mimeType: "image/png", buffer });
    await page.getByRole("img", { name: "mockup.png" }).waitFor();
    await hands.press(button("Plan it"));
    await page.getByText("colors of the image").first().waitFor();
    await button("Build this plan").waitFor();
  });

  it("switches a feature off, which makes another plan", async () => {
    const plan = button("Build this plan");
    const before = await plan.textContent();
    const feature = page.getByRole("switch", { checked: true }).first();
    const name = (await feature.getAttribute("aria-label")) ?? (await feature.textContent()) ?? "";
    await hands.press(feature);
    await until(async () => (await plan.textContent()) !== before, { what: `${name} is off` });
  });

  it("builds it, watches, and opens the app", async () => {
    mission = await build();
    const href = await link("Open the app").getAttribute("href");
    expect(href).toBe(mission.url);
    expect(await app()).toContain("<title>");
  });

  it("verifies the evidence in the browser", async () => {
    await hands.press(button("Verify in this browser"));
    await page.getByText("VALID", { exact: true }).waitFor();
  });

  it("changes the app", async () => {
    await hands.press(link("Change this app"));
    await hands.type(page.getByLabel("What should be different in"), "make it blue and call it Greenhouse");
    await hands.press(button("Plan it"));
    await page.getByRole("heading", { name: "What becomes different" }).waitFor();
    const changed = await build();
    expect([changed.project, changed.url]).toEqual([mission.project, mission.url]);
    expect(await app()).toContain("Greenhouse");
  });

  it("makes the first release live again", async () => {
    await hands.press(page.locator(`main a[href="/projects/${mission.project}"]`).first());
    await hands.press(button("Make it live again"));
    await hands.press(page.getByRole("dialog").getByRole("button", { name: "Make it live again" }));
    await until(async () => !(await app()).includes("Greenhouse"), { seconds: MISSION_SECONDS });
    expect(await overflowOf(page)).toBe(0);
  });

  it("logs out, without an error on the way", async () => {
    await hands.press(button("Log out"));
    await page.getByLabel("User name").waitFor();
    expect([...home.errors].filter((error) => !error.includes("401"))).toEqual([]);
  });
});
