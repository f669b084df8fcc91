import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CONVERSATION, proposal } from "#test/cli/missions.ts";
import { gantry, problem, type Script, scriptedApis } from "#test/cli/scripted-api.ts";

const start = scriptedApis();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gantry-eval-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const REQUESTS = [
  { id: "tasks", say: ["a task manager", "with tags"], is: "plan" },
  { id: "poem", say: ["a poem"], is: "none" },
  { id: "board", say: ["a board"], is: "ask" },
];

const API: Script = {
  "POST /gantry/consult": ({ body }) => ({
    body:
      body.message === "a poem"
        ? { ...proposal({ plan: null, question: null, gate_id: null }), state: "open" }
        : proposal(),
  }),
};

function requestsFile(requests: readonly object[]): string {
  const file = join(folder, "requests.jsonl");
  writeFileSync(file, requests.map((request) => JSON.stringify(request)).join("\n"));
  return file;
}

describe("gantry eval --no-build", () => {
  it("sends each message of each request, confirms nothing, and writes the report", async () => {
    const { env, asked } = await start(API);
    const output = join(folder, "report");
    const argv = ["eval", requestsFile(REQUESTS), "--no-build", "--json", "-o", output];
    const { exit, stdout } = await gantry(argv, { env });
    expect(exit).toBe(0);
    const bodies = asked.filter(({ path }) => path === "/gantry/consult").map(({ body }) => body);
    expect(bodies).toEqual([
      { message: "a task manager", publish: false },
      { conversation_id: CONVERSATION, message: "with tags" },
      { message: "a poem", publish: false },
      { message: "a board", publish: false },
    ]);
    const report = JSON.parse(stdout);
    expect(report.results.map(({ id, outcome, expected }: any) => [id, outcome, expected])).toEqual([
      ["tasks", "planned", true],
      ["poem", "declined", true],
      ["board", "planned", false],
    ]);
    expect(report.totals.expected).toMatchObject({ count: 2, of: 3 });
    expect(JSON.parse(readFileSync(join(output, "eval.json"), "utf8")).results).toEqual(report.results);
    expect(readFileSync(join(output, "eval.html"), "utf8")).toContain("a task manager / with tags");
  });

  it("with --strict fails if a request does not end as its labels state", async () => {
    const { env } = await start(API);
    const run = (only: string) =>
      gantry(["eval", requestsFile(REQUESTS), "--no-build", "--strict", "-o", folder, "--only", only], {
        env,
      });
    expect((await run("tasks")).exit).toBe(0);
    const { exit, stdout } = await run("board");
    expect(exit).toBe(1);
    expect(stdout).toContain("expected ask, planned");
  });

  it("reports a refusal of the service and goes on", async () => {
    let calls = 0;
    const { env } = await start({
      "POST /gantry/consult": () =>
        calls++ === 0 ? problem(503, "EnvironmentFailure", "The model is busy.") : { body: proposal() },
    });
    const { exit, stdout } = await gantry(["eval", requestsFile(REQUESTS), "--no-build", "-o", folder], {
      env,
    });
    expect(exit).toBe(0);
    expect(stdout).toContain("EnvironmentFailure: The model is busy.");
    expect(stdout).toMatch(/^planned +2 of 3/m);
  });
});

describe("gantry eval", () => {
  it("refuses a file that cannot be read, and an unknown id", async () => {
    const missing = await gantry(["eval", join(folder, "none.jsonl")]);
    expect(missing).toMatchObject({ exit: 64 });
    expect(missing.stderr).toContain("none.jsonl cannot be read: no such file or folder.");
    const unknown = await gantry(["eval", requestsFile(REQUESTS), "--only", "nobody"]);
    expect(unknown).toMatchObject({ exit: 64 });
    expect(unknown.stderr).toContain("--only: the file has no request with the id nobody.");
  });
});
