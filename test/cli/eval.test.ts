import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { EvalResult } from "#cli/eval/result.ts";
import { evalResult, storedReport } from "#test/cli/eval/results.ts";
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

describe("gantry eval --compare", () => {
  const report = (name: string, results: readonly EvalResult[], change: object = {}) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify({ ...storedReport(results), ...change }));
    return path;
  };

  it("compares two reports in text, JSON and HTML, and with --strict fails if something no longer holds", async () => {
    const was = evalResult({ held: ["view board"] });
    const before = report("before.json", [was]);
    const after = report("after.json", [{ ...was, held: [], wrong: ["view board"] }]);
    const output = join(folder, "compared");
    const { exit, stdout } = await gantry(["eval", "--compare", before, after, "-o", output]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^wrong plans +0 of 1 .* 1 of 1 .* no difference shown$/m);
    expect(stdout).toContain("no longer: label: view board");
    const comparison = JSON.parse(readFileSync(join(output, "comparison.json"), "utf8"));
    expect(comparison.requests).toMatchObject([{ id: "books", lost: ["label: view board"] }]);
    expect(readFileSync(join(output, "comparison.html"), "utf8")).toContain("a book list");
    const strict = (one: string, other: string) =>
      gantry(["eval", "--compare", one, other, "--strict", "--json", "-o", output]);
    const failed = await strict(before, after);
    expect([failed.exit, JSON.parse(failed.stdout)]).toEqual([1, comparison]);
    expect((await strict(after, before)).exit).toBe(0);
  });

  it("refuses what is no report, a report of another version, and options of a run", async () => {
    const good = report("good.json", [evalResult()]);
    const refused = async (other: string, ...more: string[]) => {
      const { exit, stderr } = await gantry(["eval", "--compare", good, other, ...more]);
      expect(exit).toBe(64);
      return stderr;
    };
    expect(await refused(report("old.json", [], { version: 1 }))).toContain(
      "old.json is a report of version 1; only reports of version 3 can be compared.",
    );
    expect(await refused(report("broken.json", [], { results: [{ id: 7 }] }))).toMatch(
      /broken.json is not a report of eval: results.0.\w+: /,
    );
    expect(await refused(requestsFile(REQUESTS))).toContain("it is not valid JSON");
    expect(await refused(report("other.json", [evalResult({ id: "other" })]))).toContain(
      "The two reports have no request in common.",
    );
    expect(await refused(good, "--only", "books")).toContain("--compare");
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
