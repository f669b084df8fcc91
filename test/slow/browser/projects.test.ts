import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { planHash } from "#core/factory/plan/plan.ts";
import { PLANTS_PLAN } from "#test/cli/missions/plants-plan.ts";
import { proposal } from "#test/cli/missions.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { NOTHING_YET, openClient } from "./client-page.ts";

/** The page of the client with projects, over an API with fixed replies. */

const PROJECT = {
  project_id: "todo-000001",
  state: "active",
  work: null,
  title: "<img src=x onerror=alert(1)>",
  url: "http://todo.localhost:5050",
  releases: 2,
  current: 2,
  updated_at: "2026-11-21T10:00:00.000Z",
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

const PLANNED = {
  ...proposal({ plan: { ...CHANGE, hash: planHash(CHANGE) } }),
  messages: [],
  notices: [],
};
const SHA = "a".repeat(64);
const release = (number: number) => ({
  release: number,
  mission_id: `m_${number}`,
  execution_id: `m_${number}`,
  restores: null,
  status: "released",
  title: PROJECT.title,
  plan_hash: SHA,
  tree: "1".repeat(40),
  source_sha256: SHA,
  specification_sha256: null,
  generated_sha256: null,
  output_sha256: SHA,
  deployment: null,
  url: PROJECT.url,
  pr_url: null,
  evidence_sha256: SHA,
  promoted_at: "2026-11-21T10:00:00.000Z",
});

beforeAll(async () => {
  const first = { ...PROJECT, project_id: "notes-000002", title: "Notes", releases: 1, current: 1 };
  const second = () => (isWorking ? { ...PROJECT, state: "working", work: WORK } : PROJECT);
  ({ home, asked, close } = await openClient(
    () => ({
      ...NOTHING_YET,
      "/gantry/projects": { projects: [second(), first], next_cursor: null },
      "/gantry/projects/todo-000001": second(),
      "/gantry/projects/notes-000002": first,
      "/gantry/projects/todo-000001/releases": {
        project_id: PROJECT.project_id,
        releases: [release(2), release(1)],
        next_cursor: null,
      },
      "/gantry/projects/notes-000002/releases": {
        project_id: first.project_id,
        releases: [release(1)],
        next_cursor: null,
      },
      "/gantry/projects/notes-000002/change": PLANNED,
      "/gantry/consultations": {
        consultations: [{ ...PLANNED, title: "Make it <b>blue</b>", created_at: "2026-11-21T10:00:00.000Z" }],
        next_cursor: null,
      },
      [`/gantry/consultation/${PLANNED.conversation_id}`]: PLANNED,
      "/gantry/projects/todo-000001/rollback": { instance_id: "run_1", state: "CREATED" },
    }),
    "/projects",
  ));
  await home.page.getByRole("heading", { name: "Projects" }).waitFor();
});
afterAll(() => close?.());

it("shows each project with the release that is live, as text", async () => {
  await home.page.getByText("Notes").first().waitFor();
  const entries = await home.page.getByRole("list", { name: "Projects" }).locator("li").allInnerTexts();
  expect(entries[0]).toContain("Release 2 of 2 is live");
  expect(entries[0]).toContain(PROJECT.title);
  expect(entries[1]).toContain("Release 1 of 1 is live");
});

it("lists what was said about changes of a project, with what each waits for", async () => {
  await home.page.getByRole("link", { name: "Notes" }).click();
  const rows = home.page.locator('[data-part="conversations"] li');
  await rows.first().waitFor();
  expect(await rows.first().textContent()).toContain("Make it <b>blue</b>Waits for your confirmation");
  await home.page.getByRole("link", { name: "Projects" }).first().click();
});

it("asks what should be different in a project, and shows the edits and files of the plan", async () => {
  await home.page.getByRole("link", { name: "Notes" }).click();
  await home.page.getByRole("link", { name: "Change this app" }).click();
  await home.page.getByLabel("What should be different in Notes?").fill("make it blue");
  await home.page.getByRole("button", { name: "Plan it" }).click();
  const part = home.page.locator("div", {
    has: home.page.getByRole("heading", { name: "What becomes different" }),
  });
  await part.last().waitFor();
  const rows = await part.last().locator("li").allInnerTexts();
  expect(rows.map((row) => row.replaceAll("\n", " "))).toEqual([
    "Changes the accent from #111111 to #2563eb.",
    expect.stringMatching(/\+ public\/new\.js$/),
    expect.stringMatching(/~ public\/theme\.css$/),
  ]);
  expect(asked).toEqual(["POST /gantry/projects/notes-000002/change"]);
});

it("makes an earlier release live again only after a question, and not while something is under way", async () => {
  const { page } = home;
  await page.getByRole("link", { name: "Projects" }).first().click();
  await page.getByRole("link", { name: PROJECT.title }).click();
  const button = page.getByRole("button", { name: "Make it live again" });
  await button.waitFor();
  expect(await button.count()).toBe(1);
  await button.click();
  const question = page.getByRole("dialog", { name: `Make release 1 of ${PROJECT.title} live again?` });
  await question.waitFor();
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  expect(asked.at(-1)).not.toBe("POST /gantry/projects/todo-000001/rollback");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Make it live again");
  isWorking = true;
  await page.keyboard.press("Enter");
  await question.getByRole("button", { name: "Make it live again" }).click();
  await page.getByText("going back a release").waitFor();
  expect(asked.at(-1)).toBe("POST /gantry/projects/todo-000001/rollback");
  expect(await button.count()).toBe(0);
});

it("fits into 320 px, without errors", async () => {
  await home.page.setViewportSize({ width: 320, height: 700 });
  const overflow = await overflowOf(home.page);
  expect(overflow).toBeLessThanOrEqual(0);
  expect([...home.errors]).toEqual([]);
});
