import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { descendants } from "#test/e2e/support/processes.ts";
import {
  draft,
  proposal,
  RIGHT,
  releaseTests,
  repaired,
  says,
  sumJs,
  WRONG,
  waitingTest,
} from "#test/e2e/support/script.ts";
import { until } from "#test/support/limits.ts";

/** What the factory makes of a model that errs, repeats itself, lies or misbehaves. */

const throwing = (message: string) => sumJs(`export const sum = () => { throw new Error("${message}"); };\n`);
const note = (name: string) => ({ path: `public/${name}.txt`, content: "Nothing to see here.\n" });
const IMPORTS =
  'import assert from "node:assert/strict";\nimport { test } from "node:test";\nimport "../public/sum.js";\n';
const suicide = {
  path: "test/kill.test.js",
  content: `${IMPORTS}test("ends its process", () => assert.ok(process.kill(process.pid, "SIGKILL")));\n`,
};
const boastful = {
  path: "test/boast.test.js",
  content: `${IMPORTS}test("boasts", () => assert.ok(console));\nconsole.log("all tests passed");\nconsole.log("# fail 0");\nprocess.exitCode = 1;\n`,
};
const react = {
  path: "package.json",
  content: JSON.stringify({
    name: "sum",
    type: "module",
    dependencies: { react: "19.0.0", "react-dom": "19.0.0" },
    devDependencies: { vite: "7.0.0", vitest: "4.0.0", typescript: "5.9.0" },
  }),
};
const KEY = { path: "public/key.js", content: `// AKIA${"A".repeat(16)}\n` };
const REMOTE = { path: "public/more.html", content: '<script src="https://cdn.example/x.js"></script>\n' };
const accept = { verdict: "accept", notes: [] };

const SCRIPT = [
  says("consultant", "case-registry", proposal("vite-react")),
  says("consultant", "case-", proposal()),

  says("architect", "case-second-try", draft([sumJs(WRONG)])),
  says("healer", "case-second-try", repaired([sumJs(RIGHT)])),

  says("architect", "case-three-failures", draft([sumJs(WRONG)])),
  says("healer", "case-three-failures", repaired([throwing("a pear")]), 1),
  says("healer", "case-three-failures", repaired([throwing("an apple")])),

  says("architect", "case-same-failure", draft([sumJs(WRONG)])),
  says("healer", "case-same-failure", repaired([note("first")])),

  says("architect", "case-liar", draft([boastful])),
  says("healer", "case-liar", repaired([note("proof")], "All tests passed: the build is green.")),

  says("architect", "case-malformed", { ...draft(), files: [] }),
  says("architect", "There are no files", draft()),
  says("architect", "case-hopeless", { ...draft(), acceptance: [] }),
  says("architect", "In the app block, acceptance", { ...draft(), acceptance: [] }),

  says("architect", "case-critic", draft()),
  says("critic", "case-critic", { verdict: "reject", notes: ["public/index.html: no explanation."] }, 1),
  says("healer", "case-critic", repaired([note("explanation")])),

  says("architect", "case-secret", draft([KEY])),
  says("architect", "cannot be used. public/key.js: The file holds", draft([KEY])),
  says("architect", "case-remote-script", draft([REMOTE])),
  says("architect", "cannot be used. public/more.html: Scripts", draft([REMOTE])),
  says("architect", "case-outside-kill", draft([suicide])),
  says("architect", "case-builder-dies", draft([waitingTest])),
  says("architect", "case-registry", draft([react], { stack: "vite-react", audit_command: "vitest run" })),
  says("critic", "case-", accept),
];

/** Seconds a mission may take, with all the others around it. */
const WAIT = 110;

let folder: string;
let registry: Server;
let registryCalls = 0;
let gantry: Gantry;
let client: Client;
const missions = new Map<string, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-script-"));
  writeFileSync(join(folder, "script.json"), JSON.stringify(SCRIPT));
  registry = createServer((_request, response) => {
    registryCalls++;
    response.writeHead(503).end("{}");
  });
  await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
  gantry = await startGantry({
    GANTRY_BEDROCK: "fixture",
    GANTRY_FIXTURE: join(folder, "script.json"),
    GANTRY_REGISTRY: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
  });
  client = await logIn(gantry);
  // All at once: the factory runs three side by side and queues the rest.
  for (const word of new Set(
    SCRIPT.flatMap(({ match }) => /^case-[a-z-]+[a-z]$/.exec(match?.text ?? "") ?? []),
  ))
    if (word !== "case-builder-dies") await begin(word);
});

afterAll(async () => {
  await gantry?.stop();
  registry?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Only two scenarios go live: a browser and a repository each cost seconds. */
async function begin(word: string): Promise<string> {
  const deploy = word === "case-second-try";
  const id = await client.build(`Build me ${word}`, { deploy, publish: deploy });
  missions.set(word, id);
  return id;
}

interface Ended {
  readonly mission: any;
  /** Data of the mission's events of a type, in order. */
  readonly said: (type: string) => any[];
  readonly modelCalls: (role: string) => number;
}

async function ended(word: string): Promise<Ended> {
  const id = missions.get(word) as string;
  const mission = await client.wait(id, WAIT);
  const { events } = (await client.get(`/gantry/missions/${id}/events`)).body;
  const said = (type: string) =>
    events.filter((e: any) => e.type === `gantry.${type}`).map((e: any) => e.data);
  return {
    mission,
    said,
    modelCalls: (role) => said("model.called").filter((call: any) => call.role === role).length,
  };
}

const verdicts = ({ said }: Ended) => said("build.finished").map(({ verdict }) => verdict);

describe("a draft that fails its test", () => {
  it("is repaired and goes live when the second draft passes", async () => {
    const end = await ended("case-second-try");
    expect(end.mission).toMatchObject({ status: "DEPLOYED", attempts: 2, error: null });
    expect(verdicts(end)).toEqual(["code", "passed"]);
    expect(end.said("heal.applied")).toMatchObject([
      { attempt: 1, by: "model", fixes: ["The sum was wrong."] },
    ]);
    expect(end.modelCalls("healer")).toBe(1);
  });

  it("fails after three different failures", async () => {
    const end = await ended("case-three-failures");
    expect(end.mission).toMatchObject({
      status: "FAILED",
      attempts: 3,
      error: { code: "AttemptsExhausted" },
      url: null,
    });
    expect(verdicts(end)).toEqual(["code", "code", "code"]);
    expect(new Set(end.said("build.finished").map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it("fails early when the same failure occurs again", async () => {
    const end = await ended("case-same-failure");
    expect(end.mission).toMatchObject({ status: "FAILED", attempts: 2, error: { code: "SameFailure" } });
    expect(end.modelCalls("healer")).toBe(1);
  });

  it("stays failed whatever the model and the app's output claim", async () => {
    const end = await ended("case-liar");
    expect(end.mission).toMatchObject({ status: "FAILED", outcome: "failed", output_sha256: null });
    expect(verdicts(end)).toEqual(["code", "code"]);
    expect(end.said("heal.applied")[0].fixes).toEqual(["All tests passed: the build is green."]);
    const { body } = await client.get(`/gantry/missions/${end.mission.mission_id}/failure`);
    expect(body.steps[0]).toMatchObject({ name: "audit", exit_code: 1 });
    expect(body.steps[0].stdout.head).toContain("all tests passed");
  });
});

describe("a draft of the model that cannot be used", () => {
  it("is requested once more, with the reasons", async () => {
    const end = await ended("case-malformed");
    expect(end.mission).toMatchObject({ status: "SUCCEEDED", attempts: 1 });
    expect(end.modelCalls("architect")).toBe(2);
  });

  it("ends the mission after three repairs", async () => {
    const end = await ended("case-hopeless");
    expect(end.mission).toMatchObject({ status: "FAILED", attempts: 0, error: { code: "ModelRefused" } });
    expect(end.modelCalls("architect")).toBe(4);
  });
});

describe("an app that the critic rejects", () => {
  it("is repaired, built and reviewed again", async () => {
    const end = await ended("case-critic");
    expect(end.mission).toMatchObject({ status: "SUCCEEDED", attempts: 2 });
    expect(end.said("review.finished").map(({ verdict }) => verdict)).toEqual(["reject", "accept"]);
    expect(verdicts(end)).toEqual(["passed", "passed"]);
  });
});

describe("a draft that the policy forbids", () => {
  it.each([
    ["case-secret", "aws-access-key: public/key.js"],
    ["case-remote-script", "remote-script: public/more.html"],
  ])("goes back once with the reason, is then blocked and never built: %s", async (word, reason) => {
    const end = await ended(word);
    expect(end.mission).toMatchObject({
      status: "BLOCKED",
      outcome: "blocked",
      attempts: 0,
      error: { code: "PolicyDenied" },
    });
    expect(end.said("policy.evaluated")).toMatchObject([{ verdict: "deny", reasons: [reason] }]);
    expect(end.said("build.started")).toEqual([]);
    expect(end.modelCalls("architect")).toBe(2);
    expect(end.mission.evidence.tree_size).toBeGreaterThan(0);
  });
});

describe("an environment failure", () => {
  it("is retried, and never healed, when a command was killed from outside", async () => {
    const end = await ended("case-outside-kill");
    expect(end.mission).toMatchObject({
      status: "FAILED",
      attempts: 1,
      error: { code: "EnvironmentFailure" },
    });
    expect(verdicts(end)).toEqual(["environment", "environment", "environment"]);
    expect(end.modelCalls("healer")).toBe(0);
  });

  it("is not the app's failure when the registry is unavailable", async () => {
    const end = await ended("case-registry");
    expect(end.mission).toMatchObject({
      status: "FAILED",
      attempts: 0,
      error: { code: "EnvironmentFailure" },
    });
    expect(registryCalls).toBeGreaterThan(0);
    expect(end.modelCalls("healer")).toBe(0);
    expect(end.said("build.started")).toEqual([]);
  });

  it("costs no attempt when the builder itself dies", async () => {
    await Promise.all([...missions.values()].map((each) => client.wait(each, WAIT)));
    const id = await begin("case-builder-dies");
    await client.wait(id, 60, ({ attempts }) => attempts === 1);
    const [builder] = await builders();
    process.kill(builder as number, "SIGKILL");
    const released = setInterval(() => releaseTests(gantry.pid), 200);
    const end = await ended("case-builder-dies").finally(() => clearInterval(released));
    expect(end.mission).toMatchObject({ status: "SUCCEEDED", attempts: 1, error: null });
    expect(end.said("build.started").map(({ attempt, retry }) => [attempt, retry])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(end.modelCalls("healer")).toBe(0);
  });
});

/** Builder processes of this installation, as soon as there is one. */
async function builders(): Promise<number[]> {
  return until(() => {
    const found = descendants(gantry.pid).filter(({ command }) => command.includes("builder-image/main.ts"));
    return found.length > 0 && found.map(({ pid }) => pid);
  });
}
