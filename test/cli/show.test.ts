import { describe, expect, it } from "@jest/globals";
import { missionApi } from "#test/cli/mission-api.ts";
import { draftsUntil, log, shown } from "#test/cli/missions.ts";
import { gantry, PASSWORD, problem, scriptedApis } from "#test/cli/scripted-api.ts";
import { MISSION } from "#test/support/evidence.ts";

const start = scriptedApis();

const lines = (text: string) => text.trimEnd().split("\n");

const OTHER = "m_0000000020000000000000000";

describe("gantry status", () => {
  it("shows phases with their times, the app, the pull request and the evidence", async () => {
    const { env } = await start(missionApi());
    const { exit, stdout } = await gantry(["status", MISSION], { env });
    expect(exit).toBe(0);
    expect(lines(stdout)[0]).toBe(`Task Manager  ${MISSION}`);
    expect(stdout).toMatch(/\n {2}Building and auditing +4\.0 s\n/);
    expect(stdout).toMatch(/\n {2}Going live +3\.0 s\n/);
    expect(stdout).toMatch(/\n {2}App +http:\/\/task-manager-000000\.localhost:5050\n/);
  });

  it("shows the pages that are missing, and why", async () => {
    const { env } = await start({
      [`GET /gantry/status/${MISSION}`]: { body: { ...shown(), left_out: "Map: the model refused." } },
    });
    const { stdout } = await gantry(["status", MISSION], { env });
    expect(stdout).toMatch(/\n {2}Left out +Map: the model refused\.\n/);
  });

  it('shows a running phase as "now"', async () => {
    const { env } = await start(missionApi(log(draftsUntil("gantry.build.started"))));
    const { stdout } = await gantry(["status", MISSION], { env });
    expect(lines(stdout).at(-1)).toMatch(/^ {2}Building and auditing +now$/);
  });

  it("shows that a mission is being cancelled, and since when", async () => {
    const stopping = {
      ...shown(log(draftsUntil("gantry.build.started"))),
      cancel_requested_at: "2026-11-22T14:03:09.123Z",
      speech: "Task Manager is stopping.",
    };
    const { env } = await start({
      [`GET /gantry/status/${MISSION}`]: { body: stopping },
      "GET /gantry/missions": { body: { missions: [stopping] } },
    });
    const { stdout } = await gantry(["status", MISSION], { env });
    expect(lines(stdout)[1]).toBe("Stopping. Task Manager is stopping.");
    expect(stdout).toMatch(/\n {2}Stopping +since 2026-11-22 14:03 UTC\n/);
    expect((await gantry(["missions"], { env })).stdout).toMatch(/ {2}Stopping {2}/);
  });

  it("prints the API's reply with --json", async () => {
    const { env } = await start(missionApi());
    const { stdout } = await gantry(["status", MISSION, "--json"], { env });
    expect(JSON.parse(stdout)).toEqual(shown());
  });

  it("prints the API's refusal with its field, and exits with 1", async () => {
    const { env } = await start({
      [`GET /gantry/status/${OTHER}`]: problem(404, "NotFound", `There is no mission ${OTHER}.`, "id"),
    });
    const { exit, stdout, stderr } = await gantry(["status", OTHER], { env });
    expect({ exit, stdout, stderr }).toEqual({
      exit: 1,
      stdout: "",
      stderr: `gantry: There is no mission ${OTHER}.\n`,
    });
    const json = await gantry(["status", OTHER, "--json"], { env });
    expect(JSON.parse(json.stdout)).toEqual({
      error: { code: "NotFound", message: `There is no mission ${OTHER}.`, field: "id" },
    });
  });

  it("removes control characters from a model's texts", async () => {
    const { env } = await start({
      [`GET /gantry/status/${MISSION}`]: {
        body: { ...shown(), title: "Evil\x1b]0;owned\x07\x1b[2J \u202etitle" },
      },
    });
    const { stdout } = await gantry(["status", MISSION], { env });
    expect(lines(stdout)[0]).toBe(`Evil title  ${MISSION}`);
  });

  it("names the part of a reply that it cannot read", async () => {
    const { env } = await start({ [`GET /gantry/status/${MISSION}`]: { body: { mission_id: MISSION } } });
    const { exit, stderr } = await gantry(["status", MISSION], { env });
    expect(exit).toBe(1);
    expect(stderr).toContain("does not understand: title");
  });
});

describe("gantry missions", () => {
  it("prints one mission per line under headers, at most the given number", async () => {
    const { env, asked } = await start({
      "GET /gantry/missions": { body: { missions: [shown(), shown()] } },
    });
    const { exit, stdout } = await gantry(["missions", "--limit", "2"], { env });
    expect(exit).toBe(0);
    expect(lines(stdout)).toHaveLength(3);
    expect(lines(stdout)[0]).toMatch(/^MISSION +CREATED \(UTC\) +STATUS +TITLE +APP$/);
    expect(lines(stdout)[1]).toMatch(new RegExp(`^${MISSION}  2026-01-01 12:00  Live +Task Manager  http`));
    expect(asked.at(-1)?.path).toBe("/gantry/missions?limit=2");
  });

  it("searches the missions for words", async () => {
    const { env, asked } = await start({ "GET /gantry/search": { body: { missions: [] } } });
    const { stdout } = await gantry(["missions", "--search", "due & dates"], { env });
    expect(stdout).toBe("No missions match.\n");
    expect(asked.at(-1)?.path).toBe("/gantry/search?limit=20&q=due+%26+dates");
  });
});

describe("gantry logs", () => {
  it("prints every signal in one line, over several pages", async () => {
    const { env } = await start(missionApi(log(), 5));
    const { exit, stdout } = await gantry(["logs", MISSION], { env });
    expect(exit).toBe(0);
    expect(lines(stdout)).toHaveLength(log().length);
    expect(lines(stdout)[1]).toBe("   2  12:00:01.000  execution.transitioned    CREATED → RUNNING");
  });

  it("continues with --follow until the mission has ended", async () => {
    const { env } = await start(missionApi(log(), 10));
    const { exit, stdout } = await gantry(["logs", MISSION, "--follow"], { env });
    expect(exit).toBe(0);
    expect(lines(stdout)).toHaveLength(log().length);
  });

  it("prints the unchanged signals with --json, one per line", async () => {
    const { env } = await start(missionApi());
    const { stdout } = await gantry(["logs", MISSION, "--json"], { env });
    expect(lines(stdout).map((line) => JSON.parse(line))).toEqual(log());
  });
});

describe("gantry failure", () => {
  const stream = (head: string) => ({ bytes: head.length, head, tail: "" });
  const step = {
    name: "audit",
    command: ["node", "--test"],
    exit_code: 1,
    signal: null,
    killed: null,
    ms: 1200,
    peak_memory_mb: 40,
    oom_kills: 0,
    stdout: stream("not ok 1 - adds a task\n"),
    stderr: stream(""),
    tests: null,
  };
  const failure = {
    mission_id: MISSION,
    error: { code: "SameFailure", message: "The same failure occurred again." },
    attempts: 2,
    reason: "The audit failed.",
    repairs: ["added package left-pad"],
    steps: [step],
    acceptance: [],
    page_errors: [],
  };

  it("shows the error, the failed step with its output, and the repairs", async () => {
    const { env } = await start({ [`GET /gantry/missions/${MISSION}/failure`]: { body: failure } });
    const { exit, stdout } = await gantry(["failure", MISSION], { env });
    expect(exit).toBe(0);
    expect(lines(stdout)).toEqual([
      "SameFailure  The same failure occurred again.",
      "Attempt 2: The audit failed.",
      "",
      "audit  node --test  (exit 1, 1.2 s)",
      "  not ok 1 - adds a task",
      "",
      "Repairs tried",
      "  – added package left-pad",
    ]);
    const json = await gantry(["failure", MISSION, "--json"], { env });
    expect(JSON.parse(json.stdout)).toEqual(failure);
  });

  it("shows the promises that the deployed app did not keep, and the page's own errors", async () => {
    const reason = "A task can be added: 'Milk' is not shown.";
    const body = {
      ...failure,
      error: { code: "AttemptsExhausted", message: "No attempts are left." },
      reason,
      repairs: [],
      steps: [],
      acceptance: [{ name: "A task can be added", failed_step: 2, reason: "'Milk' is not shown" }],
      page_errors: ["TypeError: x is undefined"],
    };
    const { env } = await start({ [`GET /gantry/missions/${MISSION}/failure`]: { body } });
    const { stdout } = await gantry(["failure", MISSION], { env });
    expect(lines(stdout)).toEqual([
      "AttemptsExhausted  No attempts are left.",
      `Attempt 2: ${reason}`,
      "",
      "Requirements the app did not meet",
      "  – A task can be added (step 3): 'Milk' is not shown",
      "",
      "Errors of the page",
      "  – TypeError: x is undefined",
    ]);
  });
});

describe("gantry cancel and retry", () => {
  it("send one request under an idempotency key of its own", async () => {
    const { env, asked } = await start({
      [`POST /gantry/missions/${MISSION}/cancel`]: { status: 202, body: shown() },
    });
    const { exit, stdout } = await gantry(["cancel", MISSION], { env });
    expect(exit).toBe(0);
    expect(stdout).toContain("Requested cancellation of");
    const posts = asked.filter(({ path }) => path.endsWith("/cancel"));
    expect(posts.map(({ body }) => body)).toEqual([{}]);
    expect(posts[0]?.headers["idempotency-key"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("follows the new mission unless --no-follow is given", async () => {
    const script = {
      ...missionApi(),
      [`POST /gantry/missions/${OTHER}/retry`]: { status: 202, body: shown() },
    };
    const { env } = await start(script);
    const short = await gantry(["retry", OTHER, "--no-follow"], { env });
    expect(short).toMatchObject({ exit: 0, stdout: `Retrying Task Manager as ${MISSION}.\n` });
    const long = await gantry(["retry", OTHER], { env });
    expect(long.exit).toBe(0);
    expect(long.stdout).toContain("Task Manager is live.");
  });
});

describe("the session of a command", () => {
  it("is a bearer token that the password opened; a wrong password is reported, not shown", async () => {
    const { env, asked } = await start(missionApi());
    await gantry(["status", MISSION], { env });
    expect(asked[0]?.body).toEqual({ password: PASSWORD });
    expect(asked[1]?.headers.authorization).toMatch(/^Bearer t+$/);
    const wrong = await gantry(["status", MISSION], { env: { ...env, GANTRY_PASSWORD: "hunter22" } });
    expect(wrong.exit).toBe(1);
    expect(wrong.stderr).toBe("gantry: User or password is wrong.\n");
  });

  it("is opened with this machine's generated password only on this machine", async () => {
    const env = { GANTRY_URL: "http://gantry.invalid:1", GANTRY_PASSWORD: "" };
    const { exit, stderr } = await gantry(["missions"], { env });
    expect(exit).toBe(1);
    expect(stderr).toContain("set GANTRY_PASSWORD");
  });

  it("is retried once when the service replies 429", async () => {
    let times = 0;
    const { env } = await start({
      "GET /gantry/missions": () =>
        times++ === 0
          ? {
              status: 429,
              body: { code: "TooManyRequests", detail: "Slow down.", retry_after_seconds: 0.01 },
            }
          : { body: { missions: [] } },
    });
    const { exit, stdout } = await gantry(["missions"], { env });
    expect({ exit, stdout, times }).toEqual({
      exit: 0,
      stdout: 'There are no missions yet. Start one with: gantry build "a notes app"\n',
      times: 2,
    });
  });
});
