import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { shown } from "#test/cli/missions.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { MISSION } from "#test/support/evidence.ts";
import { until } from "#test/support/limits.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";
import { IN_USE, PAGES_IN_USE } from "./in-use.ts";

/** How soon pages show something, how steady they are and how soon they react, as ratios to controls of the same run. */

/** A page loads a style sheet, some scripts and a reply before it shows anything. */
const MOST_TIMES_THE_CONTROL = 20;

const ROUNDS = 5;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds until the first text or picture of a page is there. */
async function firstPaint(page: Page, url: string): Promise<number> {
  await page.goto(url);
  const painted = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";
  return until(() => page.evaluate<number | undefined>(painted), { what: `${url} shows something` });
}

describe("the first page of the small cloud", () => {
  let gantry: Gantry;
  let home: Visit;
  beforeAll(async () => {
    gantry = await startGantry();
    home = await visit(gantry.origin);
  });
  afterAll(async () => {
    await home?.close();
    await gantry?.stop();
  });

  it("shows something not much later than a page without scripts", async () => {
    const { page } = home;
    const control = `${gantry.origin}/control`;
    const body = "<!doctype html><title>Control</title><h1>Control</h1>";
    await page.route(control, (route) => route.fulfill({ contentType: "text/html", body }));
    const [ours, floor]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      floor.push(await firstPaint(page, control));
      ours.push(await firstPaint(page, gantry.origin));
    }
    console.info(`first contentful paint ${median(ours)} ms, of a page without scripts ${median(floor)} ms`);
    expect(median(ours) / median(floor)).toBeLessThan(MOST_TIMES_THE_CONTROL);
  });
});

/** What Web Vitals call good is twice as much. */
const MOST_SHIFT = 0.05;

describe("pages", () => {
  let home: Visit;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ home, close } = await openClient(() => IN_USE));
    await home.page.addInitScript(
      `window.shifts = 0;
       new PerformanceObserver((list) => {
         for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
       }).observe({ type: "layout-shift", buffered: true });`,
    );
  });
  afterAll(() => close?.());

  it.each(PAGES_IN_USE.flatMap(([path]) => [1280, 390].map((width) => [path, width] as const)))(
    "do not move what they show while they load: %s at %d px",
    async (path, width) => {
      const { page } = home;
      await page.setViewportSize({ width, height: 800 });
      await page.goto(new URL(path, page.url()).href);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate<number>("window.shifts")).toBeLessThan(MOST_SHIFT);
    },
  );
});

describe("the work of a mission with 5,000 lines and 1,000 files", () => {
  const here = `/gantry/missions/${MISSION}`;
  const SHA = "a".repeat(64);
  const repliesOf = (lines: number, files: number) => ({
    ...NOTHING_YET,
    [`/gantry/status/${MISSION}`]: shown(),
    [`${here}/events`]: { mission_id: MISSION, status: "DEPLOYED", events: [] },
    [`${here}/attempts`]: { mission_id: MISSION, attempts: [ATTEMPT] },
    [`${here}/files`]: {
      ...{ mission_id: MISSION, attempt: 1, manifest_sha256: SHA, compared_with: null },
      files: Array.from({ length: files }, (_, n) => ({ path: `src/${n}.js`, bytes: 10, change: "added" })),
    },
    [`${here}/file`]: {
      ...{ mission_id: MISSION, attempt: 1, path: "src/0.js", change: "added", encoding: "utf8" },
      ...{ content: "one\ntwo", before: null, hunks: [] },
    },
    [`${here}/log`]: {
      ...{ mission_id: MISSION, attempt: 1, retry: 0, after: 0, next_after: lines, complete: true },
      lines: Array.from({ length: lines }, (_, n) => `line ${n} of the output`),
    },
  });
  const at = "2026-11-21T10:00:00.000Z";
  const ATTEMPT = {
    ...{ attempt: 1, started_at: at, by: "rules", repairs: [], manifest_sha256: SHA, review: null },
    ...{ policy: { verdict: "allow", reasons: [] }, acceptance: null },
    builds: [
      {
        ...{ retry: 0, started_at: at, ended_at: at, verdict: "passed", reason: "Build and audit passed." },
        ...{ command: ["node"], exit_code: 0, log_sha256: SHA },
      },
    ],
  };

  /** What a person does there; each takes until the next frame is drawn. */
  const ACTS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
    ["opens the output", (page) => page.getByRole("link", { name: "Build output", exact: true }).click()],
    ["types into the search", (page) => page.getByLabel("Search the output").press("7")],
    ["opens the files", (page) => page.getByRole("link", { name: "Files", exact: true }).click()],
    [
      "opens a file",
      (page) => page.getByRole("navigation", { name: "Files" }).getByRole("link").nth(3).click(),
    ],
    ["opens the checks", (page) => page.getByRole("link", { name: "Checks", exact: true }).click()],
  ];

  async function interactions(lines: number, files: number): Promise<Map<string, number>> {
    const { home, close } = await openClient(() => repliesOf(lines, files), `/missions/${MISSION}`);
    const { page } = home;
    const took = new Map<string, number>();
    for (const [name, act] of ACTS) {
      await page.evaluate(
        `window.longest = 0;
         new PerformanceObserver((list) => {
           for (const entry of list.getEntries()) if (entry.interactionId) window.longest = Math.max(window.longest, entry.duration);
         }).observe({ type: "event", durationThreshold: 16 });`,
      );
      await act(page);
      await page.waitForTimeout(500);
      took.set(name, await page.evaluate<number>("window.longest"));
    }
    await close();
    return took;
  }

  it("reacts not much later than with ten of each", async () => {
    const many = await interactions(5000, 1000);
    const few = await interactions(10, 10);
    for (const [name, ms] of many) console.info(`${name}: ${ms} ms, with ten of each ${few.get(name)} ms`);
    const [all, floor] = [many, few].map((took) => [...took.values()].reduce((sum, ms) => sum + ms, 0));
    expect(floor).toBeGreaterThan(0);
    expect((all ?? Number.NaN) / (floor ?? Number.NaN)).toBeLessThan(5);
  });
});
