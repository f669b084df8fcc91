import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { gantry, problem, scriptedApis } from "#test/cli/scripted-api.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gantry-cli-"));
});
afterEach(() => rmSync(home, { recursive: true }));

const start = scriptedApis(() => ({ GANTRY_HOME: home }));

const TIME = "2026-11-21T10:00:00.000Z";
const PROJECT = {
  project_id: "todo-000001",
  state: "active",
  work: null,
  title: "To do",
  stack: "static",
  requester: "owner",
  url: "https://todo.test",
  releases: 3,
  current: 3,
  created_at: TIME,
  updated_at: TIME,
};
const release = (number: number, change: object = {}) => ({
  release: number,
  promoted_at: TIME,
  restores: null,
  status: "released",
  tree: "a".repeat(40),
  mission_id: `m_${number}`,
  ...change,
});
const ended = (change: object = {}) => ({
  body: {
    instance_id: "run_1",
    outcome: "succeeded",
    error: null,
    seal_sha256: "f".repeat(64),
    steps: [{ step: "switch", undo: false, state: "succeeded", attempt: 1 }],
    ...change,
  },
});
const BEGUN = { status: 202, body: { instance_id: "run_1", state: "CREATED" } };

describe("gantry projects", () => {
  it("lists them with the release that is live", async () => {
    const { env } = await start({ "GET /gantry/projects": { body: { projects: [PROJECT] } } });
    const { exit, stdout } = await gantry(["projects"], { env });
    expect(exit).toBe(0);
    expect(stdout).toMatch(/\ntodo-000001 +2026-11-21 10:00 +3 of 3 +To do +https:\/\/todo\.test\n/);
  });

  it("shows how to get the first one", async () => {
    const { env } = await start({ "GET /gantry/projects": { body: { projects: [] } } });
    expect((await gantry(["projects"], { env })).stdout).toContain("There are no projects yet.");
  });
});

describe("gantry project", () => {
  const api = () =>
    start({
      "GET /gantry/projects/todo-000001": { body: PROJECT },
      "GET /gantry/projects/todo-000001/releases": {
        body: { releases: [release(3, { restores: 1 }), release(2, { status: "failed" }), release(1)] },
      },
    });

  it("shows its releases, newest first", async () => {
    const { env } = await api();
    const { exit, stdout } = await gantry(["project", "todo-000001"], { env });
    expect(exit).toBe(0);
    expect(stdout).toMatch(/\n3 .* live, restores 1 .*\n2 .* failed .*\n1 /);
    expect(stdout).toContain("gantry rollback todo-000001 <release>");
  });

  it("prints both with --json", async () => {
    const { env } = await api();
    const { stdout } = await gantry(["project", "todo-000001", "--json"], { env });
    expect(JSON.parse(stdout)).toMatchObject({
      project_id: "todo-000001",
      releases: [{ release: 3 }, {}, {}],
    });
  });
});

describe("gantry rollback", () => {
  const api = (run: ReturnType<typeof ended>) =>
    start({
      "POST /gantry/projects/todo-000001/rollback": BEGUN,
      "GET /gantry/instances/run_1": run,
      "GET /gantry/projects/todo-000001": { body: PROJECT },
    });

  it("follows the run, and tells what is live again", async () => {
    const { env, asked } = await api(ended());
    const { exit, stdout } = await gantry(["rollback", "todo-000001", "1"], { env });
    expect(exit).toBe(0);
    expect(stdout).toContain("Make the earlier release live: succeeded");
    expect(stdout).toContain("To do is live again as release 3: https://todo.test");
    expect(asked.find(({ path }) => path.endsWith("/rollback"))?.body).toEqual({ release: 1 });
  });

  it("names no release by default, and returns at once with --no-follow", async () => {
    const { env, asked } = await api(ended());
    const { stdout } = await gantry(["rollback", "todo-000001", "--no-follow", "--json"], { env });
    expect(JSON.parse(stdout)).toEqual({ instance_id: "run_1" });
    expect(asked.find(({ path }) => path.endsWith("/rollback"))?.body).toEqual({});
    expect(asked.some(({ path }) => path.startsWith("/gantry/instances"))).toBe(false);
  });

  it("fails with the reason", async () => {
    const error = { code: "NotLive", message: "The live address responded with the status 500." };
    const { env } = await api(ended({ outcome: "failed", error }));
    const { exit, stdout } = await gantry(["rollback", "todo-000001"], { env });
    expect([exit, stdout]).toEqual([1, expect.stringContaining(`NotLive: ${error.message}`)]);
  });

  it("shows why it was refused", async () => {
    const { env } = await start({
      "POST /gantry/projects/none/rollback": problem(404, "NotFound", "There is no project none.", "id"),
    });
    const { exit, stderr } = await gantry(["rollback", "none"], { env });
    expect([exit, stderr]).toEqual([1, "gantry: There is no project none.\n"]);
  });
});

describe("gantry delete", () => {
  it("asks for the deletion and follows it", async () => {
    const { env, asked } = await start({
      "GET /gantry/projects/todo-000001": { body: PROJECT },
      "DELETE /gantry/projects/todo-000001": BEGUN,
      "GET /gantry/instances/run_1": ended({ steps: [] }),
    });
    const { exit, stdout } = await gantry(["delete", "todo-000001", "--yes"], { env });
    expect([exit, stdout]).toEqual([0, "To do is deleted.\n"]);
    expect(asked.find(({ method }) => method === "DELETE")?.headers["idempotency-key"]).toBeDefined();
  });
});
