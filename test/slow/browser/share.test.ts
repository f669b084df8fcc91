import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { shown } from "#test/cli/missions.ts";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { MISSION } from "#test/support/evidence.ts";
import { pngOf } from "#test/support/images.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";

/** A mission that is shared, for those who share it and for those who have the link, over an API with fixed replies. */

const SHA = "a".repeat(64);
const TOKEN = "t".repeat(43);
const SCRIPT = "<script>alert(1)</script>";
const IMAGE = "<img src=x onerror=alert(2)>";
const at = "2026-11-21T10:00:00.000Z";

const OFF = {
  mission_id: MISSION,
  shared: false,
  evidence: false,
  shared_by: null,
  shared_at: null,
  revoked_at: null,
};
const ON = { ...OFF, shared: true, shared_by: "ada", shared_at: at };
const SHARED = {
  title: `Plants ${IMAGE}`,
  summary: SCRIPT,
  features: [IMAGE, "Tags"],
  promises: ["A plant can be added."],
  edits: [],
  status: "DEPLOYED",
  outcome: "succeeded",
  url: "http://plants.localhost:5050",
  pr_url: "javascript:alert(3)",
  left_out: null,
  error: null,
  attempts: 1,
  phases: [
    { phase: "BUILDING", attempt: 1, started_at: at, ended_at: at },
    { phase: "DEPLOYED", attempt: 1, started_at: at, ended_at: null },
  ],
  checks: {
    policy: { verdict: "allow", reasons: [] },
    builds: [{ retry: 0, verdict: "passed", reason: "Build and audit passed." }],
    review: null,
    acceptance: {
      passed: true,
      results: [{ name: IMAGE, passed: true }],
      page_errors: [],
      screenshots: [{ sha256: SHA, width: 1280 }],
    },
  },
  created_at: at,
  ended_at: at,
  evidence: null as object | null,
};

const here = `/gantry/missions/${MISSION}`;
let shared: Record<string, unknown>;
const fresh = () => ({
  ...NOTHING_YET,
  [`/gantry/status/${MISSION}`]: shown(),
  [`${here}/events`]: { mission_id: MISSION, status: "DEPLOYED", events: [] },
  [`${here}/share`]: OFF,
  [`POST ${here}/share`]: { ...ON, link: `/shared#${TOKEN}` },
  [`DELETE ${here}/share`]: { ...OFF, revoked_at: at },
  [`/gantry/shared/${TOKEN}`]: SHARED,
  [`/gantry/shared/${TOKEN}/screenshots/${SHA}`]: pngOf(64, 36, () => [0, 128, 128]),
});

let home: Visit;
let asked: string[];
let close: () => Promise<void>;
let origin: string;

beforeAll(async () => {
  shared = fresh();
  ({ home, asked, close } = await openClient(() => shared, `/shared#${TOKEN}`));
  ({ origin } = new URL(home.page.url()));
});
afterAll(() => close?.());
beforeEach(() => {
  shared = fresh();
});

async function open(path: string) {
  const { page } = home;
  await page.goto("about:blank");
  await page.goto(new URL(path, origin).href);
  return page;
}

describe("the page of a link", () => {
  it("shows the mission as text, whatever its words contain, and asks for nothing else", async () => {
    const page = await open(`/shared#${TOKEN}`);
    await page.getByRole("heading", { level: 1, name: SHARED.title }).waitFor();
    await page.getByText(SCRIPT).waitFor();
    for (const text of ["A plant can be added.", "Build and audit passed."])
      expect(await page.getByText(text).count()).toBe(1);
    expect(await page.locator("img[onerror], main script").count()).toBe(0);
    expect(
      await page.getByRole("link").evaluateAll((all) => all.map((each) => each.getAttribute("href"))),
    ).toEqual(["http://plants.localhost:5050"]);
    await page.getByRole("img", { name: /1280 pixels/ }).waitFor();
    // Rejects for a picture that cannot be shown.
    await page.evaluate("document.querySelector('figure img').decode()");
    expect(await page.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
    expect(await barriersOf(page)).toEqual([]);
    expect(home.errors).toEqual(new Set());
  });

  it("has no buttons, fields or navigation", async () => {
    const page = await open(`/shared#${TOKEN}`);
    await page.getByRole("heading", { level: 1, name: SHARED.title }).waitFor();
    expect(await page.locator("button, input, nav, form").count()).toBe(0);
    expect(asked).toEqual([]);
  });

  it("offers the evidence if it is shared, with the command that verifies it", async () => {
    shared[`/gantry/shared/${TOKEN}`] = { ...SHARED, evidence: { mission_id: MISSION, seal_sha256: SHA } };
    const page = await open(`/shared#${TOKEN}`);
    const link = page.getByRole("link", { name: "Download the evidence" });
    expect(await link.getAttribute("href")).toBe(`/gantry/shared/${TOKEN}/evidence`);
    await page.getByText(`gantry verify ${MISSION}.zip`).waitFor();
    expect(await barriersOf(page)).toEqual([]);
  });

  it.each(["", `#${"n".repeat(43)}`, "#../missions", "#<img src=x onerror=alert(1)>"])(
    "shows that nothing is shared at /shared%s",
    async (token) => {
      const page = await open(`/shared${token}`);
      await page.getByRole("heading", { name: "Nothing is shared here" }).waitFor();
    },
  );

  it("fits a phone", async () => {
    await home.page.setViewportSize({ width: 320, height: 700 });
    const page = await open(`/shared#${TOKEN}`);
    await page.getByRole("heading", { level: 1, name: SHARED.title }).waitFor();
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

describe("sharing on the page of a mission", () => {
  it("shows the link once, and revokes it", async () => {
    const page = await open(`/missions/${MISSION}`);
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Create a link" }).click();
    const link = page.getByRole("textbox", { name: "Link" });
    expect(await link.inputValue()).toBe(`${origin}/shared#${TOKEN}`);
    expect(await barriersOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Revoke the link" }).click();
    await page.getByText("The last link was revoked").waitFor();
    expect(await link.count()).toBe(0);
    expect(asked.slice(-2)).toEqual([`POST ${here}/share`, `DELETE ${here}/share`]);
  });

  it("says of a mission that is shared already that the link cannot be shown again", async () => {
    shared[`${here}/share`] = ON;
    const page = await open(`/missions/${MISSION}`);
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByText("The link was shown when it was created.").waitFor();
    await page.getByText("Shared by ada").waitFor();
  });
});
