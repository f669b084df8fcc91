import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { planHash } from "#core/factory/plan/plan.ts";
import { PLANTS_PLAN } from "#test/cli/missions/plants-plan.ts";
import { proposal } from "#test/cli/missions.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { openClient } from "./client-page.ts";

/** The page of the client with projects, over an API with fixed replies. */

const PROJECT = {
  project_id: "todo-000001",
  state: "active",
  work: null,
  title: "<img src=x onerror=alert(1)>",
  url: "http://todo.localhost:5050",
  releases: 2,
  current: 2,
};
const CHANGE = {
  ...PLANTS_PLAN,
  change: {
    project: "notes-000002",
    release: 1,
    tree: "1".repeat(40),
    edits: ["Changes the accent from #111111 to #2563eb."],
    files: { added: ["public/new.js"], changed: ["public/theme.css"], deleted: [] },
  },
};
const WORK = { instance_id: "run_1", kind: "rollback", since: "2026-11-21T10:00:00.000Z" };

let isWorking = false;
let home: Visit;
let asked: string[];
let close: () => Promise<void>;

beforeAll(async () => {
  const first = { ...PROJECT, project_id: "notes-000002", title: "Notes", releases: 1, current: 1 };
  ({ home, asked, close } = await openClient(() => ({
    "/gantry/auth/status": { authenticated: true },
    "/gantry/missions": { missions: [], next_cursor: null },
    "/gantry/projects": {
      projects: [isWorking ? { ...PROJECT, state: "working", work: WORK } : PROJECT, first],
    },
    "/gantry/projects/notes-000002/change": {
      ...proposal({ plan: { ...CHANGE, hash: planHash(CHANGE) } }),
      state: "awaiting_confirmation",
      notices: [],
    },
    "/gantry/projects/todo-000001/rollback": { instance_id: "run_1", state: "CREATED" },
  })));
  await home.page.getByRole("heading", { name: "Projects" }).waitFor();
});
afterAll(() => close?.());

it("shows each project with the release that is live, as text", async () => {
  const entries = await home.page.locator("#projects li").allInnerTexts();
  expect(entries[0]).toContain("release 2 of 2");
  expect(entries[0]).toContain(PROJECT.title);
  expect(entries[1]).toContain("release 1 of 1");
});

it("asks what is to be different in a project, and shows the edits and files of the plan", async () => {
  await home.page.getByRole("button", { name: "change", exact: true }).nth(1).click();
  await home.page.getByLabel("What is to be different in Notes?").fill("make it blue");
  await home.page.getByRole("button", { name: "Ask" }).click();
  await home.page.getByRole("heading", { name: "What becomes different" }).waitFor();
  expect(await home.page.locator(".change li").allInnerTexts()).toEqual([
    "Changes the accent from #111111 to #2563eb.",
    "+ public/new.js",
    "~ public/theme.css",
  ]);
  expect(asked).toEqual(["POST /gantry/projects/notes-000002/change"]);
});

it("offers to go back a release only where there is one, and asks before it does", async () => {
  const button = home.page.getByRole("button", { name: "go back a release" });
  expect(await button.count()).toBe(1);
  const questions: string[] = [];
  // The browser of acceptance tests accepts every dialog.
  home.page.on("dialog", (dialog) => questions.push(dialog.message()));
  isWorking = true;
  await button.click();
  await home.page.getByText("rollback in progress").waitFor();
  expect(questions).toEqual([`Make the release of ${PROJECT.title} before the live one live again?`]);
  expect(asked.at(-1)).toBe("POST /gantry/projects/todo-000001/rollback");
  expect(await button.count()).toBe(0);
});

it("fits into 320 px, without errors", async () => {
  await home.page.setViewportSize({ width: 320, height: 700 });
  const overflow = await home.page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expect([...home.errors]).toEqual([]);
});
