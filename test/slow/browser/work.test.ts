import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { log, shown } from "#test/cli/missions.ts";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { MISSION } from "#test/support/evidence.ts";
import { pngOf } from "#test/support/images.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";

/** What a mission made on the way, in a browser over an API with fixed replies, some of them hostile. */

const SHA = "a".repeat(64);
const SCRIPT = "<script>alert(1)</script>";
const IMAGE = "<img src=x onerror=alert(2)>";
const at = "2026-11-21T10:00:00.000Z";

const attempt = (number: number, more: object = {}) => ({
  attempt: number,
  started_at: at,
  by: "rules",
  repairs: [],
  manifest_sha256: SHA,
  policy: { verdict: "allow", reasons: [] },
  builds: [],
  review: null,
  acceptance: null,
  ...more,
});
const built = {
  retry: 0,
  started_at: at,
  ended_at: at,
  verdict: "code",
  reason: `The audit failed: ${IMAGE}`,
  command: ["node"],
  exit_code: 1,
  log_sha256: SHA,
};
const ATTEMPTS = [
  attempt(1, { builds: [built] }),
  attempt(2, {
    repairs: [`Adds ${SCRIPT}.`],
    builds: [{ ...built, verdict: "passed", reason: "Build and audit passed.", exit_code: 0 }],
    acceptance: {
      passed: false,
      reason: "failed",
      url: "http://app.localhost:5050",
      report_sha256: SHA,
      results: [
        { name: "A task can be added.", passed: true },
        { name: IMAGE, passed: false, reason: SCRIPT },
      ],
      page_errors: ["TypeError: x is undefined"],
      screenshots: [
        { sha256: SHA, width: 1280 },
        { sha256: "b".repeat(64), width: 390 },
      ],
    },
  }),
];
const LINES = [
  "$ node --test",
  "\u001b[32m✔\u001b[0m adds a task",
  SCRIPT,
  "user\u202egnp.exe",
  ...Array.from({ length: 5000 }, (_, line) => `line ${line}`),
];
const FILES = [
  { path: `public/${IMAGE}.js`, bytes: 10, change: "changed" },
  { path: "public/new.css", bytes: 10, change: "added" },
  { path: "public/old.css", bytes: 0, change: "deleted" },
  ...Array.from({ length: 1000 }, (_, file) => ({ path: `src/${file}.js`, bytes: 10, change: "unchanged" })),
];
const CONTENT = {
  mission_id: MISSION,
  attempt: 2,
  path: FILES[0]?.path,
  change: "changed",
  encoding: "utf8",
  content: `const one = "1";\n${SCRIPT}\nthree`,
  before: 'const one = "1";\ntwo\nthree',
  hunks: [{ from: 1, to: 2, start: 1, end: 2 }],
};

/** No page answers there: the browser of tests reaches one origin only. */
const APP = "http://plants-ab12cd.localhost:1";
const here = `/gantry/missions/${MISSION}`;
const REPLIES = {
  ...NOTHING_YET,
  [`/gantry/status/${MISSION}`]: { ...shown(), url: APP },
  [`${here}/events`]: { mission_id: MISSION, status: "DEPLOYED", events: log() },
  [`${here}/attempts`]: { mission_id: MISSION, attempts: ATTEMPTS },
  [`${here}/files`]: {
    mission_id: MISSION,
    attempt: 2,
    manifest_sha256: SHA,
    compared_with: { kind: "attempt", number: 1 },
    files: FILES,
  },
  [`${here}/file`]: CONTENT,
  [`${here}/log`]: {
    mission_id: MISSION,
    attempt: 2,
    retry: 0,
    after: 0,
    lines: LINES,
    next_after: LINES.length,
    complete: true,
  },
  [`${here}/screenshots/${SHA}`]: pngOf(64, 36, () => [0, 128, 128]),
  [`${here}/screenshots/${"b".repeat(64)}`]: pngOf(20, 40, () => [0, 128, 128]),
};

let home: Visit;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ home, close } = await openClient(() => REPLIES, `/missions/${MISSION}`));
  await home.page.getByRole("link", { name: "Build output" }).waitFor();
});
afterAll(() => close?.());

/** Resolves once a line is in view. */
async function inView(line: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const box = await home.page.locator(`a[data-line="${line}"]`).boundingBox();
    if (box && box.y >= 0 && box.y < (home.page.viewportSize()?.height ?? 0)) return;
    await home.page.waitForTimeout(100);
  }
  throw new Error(`line ${line} is not in view`);
}

const open = (view: string) => home.page.getByRole("link", { name: view, exact: true }).click();

describe("the work of a mission", () => {
  it("shows the app in a frame that can neither leave its place nor reach this page", async () => {
    const { page } = home;
    await open("App");
    const frame = page.getByTitle(/, the app$/);
    await frame.waitFor();
    expect(await frame.getAttribute("src")).toBe(APP);
    const rights = (await frame.getAttribute("sandbox"))?.split(" ");
    expect(rights).toEqual(expect.arrayContaining(["allow-scripts", "allow-same-origin"]));
    expect(rights?.filter((right) => right.includes("top-navigation"))).toEqual([]);
    await page.getByText("Phone", { exact: true }).click();
    expect(await page.getByRole("radio", { name: "Phone" }).isChecked()).toBe(true);
    expect((await frame.boundingBox())?.width).toBe(390);
  });

  it("shows the steps of the machine: a list that says how each stands, and a picture of them", async () => {
    const { page } = home;
    await open("Steps");
    const steps = page.getByRole("list", { name: "Steps of the machine" }).getByRole("listitem");
    await steps.first().waitFor();
    const texts = (await steps.allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    expect(texts).toEqual(
      expect.arrayContaining([
        "Build and test done",
        "Wait for approval not needed",
        "Seal the evidence done",
      ]),
    );
    const picture = page.locator("svg[aria-hidden]", { has: page.locator("[data-step]") });
    expect(await picture.locator("[data-step]").count()).toBe(texts.length);
    expect(await picture.locator('[data-step="Build"]').getAttribute("data-standing")).toBe("done");
  });

  it("shows the output of the build as text, at its end, and finds lines in it", async () => {
    const { page } = home;
    await open("Build output");
    await page.getByText(`${LINES.length.toLocaleString("en")} lines`).waitFor();
    await page.getByText("line 4999", { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get("view")).toBe("output");
    await page.getByLabel("Search the output").fill("SCRIPT");
    await page.getByText("1 line matches").waitFor();
    expect(await page.getByRole("log").textContent()).toContain(SCRIPT);
    await page.getByLabel("Search the output").fill("user");
    await page.getByText("user‹U+202E›gnp.exe").waitFor();
  });

  it("has an address for each line of the output, and for several", async () => {
    const { page } = home;
    const marked = page.locator("[data-marked]");
    await page.goto(new URL(`/missions/${MISSION}?view=output&attempt=2&line=2500-2502`, page.url()).href);
    await marked.first().waitFor();
    expect(await marked.allTextContents()).toEqual([2500, 2501, 2502].map((n) => `${n}line ${n - 5}`));
    await inView(2500);
    await page.getByLabel("Go to line").fill("4000");
    await page.keyboard.press("Enter");
    await page.waitForURL(/line=4000/);
    await inView(4000);
    await page.locator('a[data-line="4002"]').click({ modifiers: ["Shift"] });
    await page.waitForURL(/line=4000-4002/);
    expect(await marked.count()).toBe(3);
  });

  it("colors what files consist of, by classes and not by markup", async () => {
    const { page } = home;
    await open("Files");
    await page.locator(".text-accent", { hasText: "const" }).waitFor();
    expect(await page.locator("[data-part=code] script, [data-part=code] [style*=color]").count()).toBe(0);
  });

  it("shows what each attempt changed, of a thousand files", async () => {
    const { page } = home;
    await open("Files");
    await page.getByText("3 files differ from attempt 1").waitFor();
    const listed = page.getByRole("navigation", { name: "Files" }).getByRole("listitem");
    expect(await listed.count()).toBe(FILES.length);
    expect(await listed.first().textContent()).toContain(`public/${IMAGE}.js`);
    await page.getByText(SCRIPT, { exact: true }).waitFor();
    expect(await page.getByRole("region", { name: "Content" }).textContent()).toContain(`2−two2+${SCRIPT}`);
  });

  it("shows each check with its reason, and the app on a desktop and a phone", async () => {
    const { page } = home;
    await open("Checks");
    await page.getByText("The policy allows the draft").waitFor();
    const checks = await page.getByRole("region", { name: "Checks" }).getByRole("listitem").allInnerTexts();
    expect(checks.map((check) => check.replace(/\s+/g, " "))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Passed: A task can be added\.$/),
        `Failed: ${IMAGE} ${SCRIPT}`,
        "Failed: The page reported errors TypeError: x is undefined",
      ]),
    );
    for (const width of [1280, 390]) {
      const image = page.getByAltText(`The app at a width of ${width} pixels, as its checks left it`);
      await image.waitFor();
    }
  });

  it("shows an earlier attempt at an address of its own", async () => {
    const { page } = home;
    await page.getByRole("link", { name: "Attempt 1", exact: true }).click();
    await page.getByText(`The audit failed: ${IMAGE}`).first().waitFor();
    await page.reload();
    await page.getByText(`The audit failed: ${IMAGE}`).first().waitFor();
    await page.getByText("The app has not been opened in a browser yet.").waitFor();
    await page.getByRole("link", { name: "Attempt 2", exact: true }).click();
    await page.getByText(`Adds ${SCRIPT}.`).waitFor();
  });

  it("fits into 320 px, keeps nobody out, and violates no policy", async () => {
    const { page } = home;
    for (const view of ["Steps", "Build output", "Files", "Checks"]) {
      await open(view);
      await page
        .getByRole("link", { name: view, exact: true })
        .and(page.locator("[aria-current=page]"))
        .waitFor();
      await page.setViewportSize({ width: 320, height: 700 });
      expect([view, await overflowOf(page)]).toEqual([view, 0]);
      await page.emulateMedia({ colorScheme: view === "Files" ? "dark" : "light" });
      expect([view, await barriersOf(page)]).toEqual([view, []]);
    }
    expect([...home.errors].filter((error) => !error.includes(APP))).toEqual([]);
  });
});
