import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "@jest/globals";
import validate from "asl-validator";
import { readUnsealed } from "#core/workflows/machine-ending.ts";
import { machineFunctions } from "#deployment/machines.ts";
import { functionArn } from "#local/topology.ts";
import { type MachineOptions, type MachineRun, runMachine } from "#test/support/machine.ts";
import { silent, takes, taskError } from "#test/support/scripted-tasks.ts";

const DEFINITION = readFileSync(new URL("../../statemachines/mission.asl.json", import.meta.url), "utf8");
const STATES = Object.keys(JSON.parse(DEFINITION).States);
const ARNS = Object.fromEntries(
  [...machineFunctions("mission")].map(([placeholder, name]) => [placeholder, functionArn(name)]),
);

const LIMITS = {
  attempts: 3,
  environment_retries: 2,
  active_seconds: 600,
  install_seconds: 90,
  build_task_seconds: 300,
  heartbeat_seconds: 120,
  prepared_seconds: 300,
  builder_seconds: 600,
  deploy_seconds: 120,
  verify_seconds: 60,
  verify_tries: 3,
  concurrent_missions: 3,
};
const MISSION = { tenant: "tn_1", mission_id: "m_1" };
const SAME = "SameFailure";

/** Every step succeeds at once. */
const HAPPY = {
  Admit: () => ({ admitted: true }),
  Prepare: () => ({}),
  Architect: () => ({ manifest_sha256: "ab" }),
  Check: () => ({}),
  Install: () => ({ refused: false, same: false, reason: "" }),
  Build: () => ({}),
  StopBuild: () => ({}),
  Inspect: () => ({ verdict: "passed", same: false, reason: "Build and audit passed." }),
  Heal: () => ({}),
  LeaveOut: () => ({ left_out: false }),
  Review: () => ({ verdict: "accept", reason: "" }),
  Preview: () => ({}),
  Verify: () => ({ passed: true, same: false, reason: "" }),
  Promote: () => ({}),
  CheckLive: () => ({ passed: true, reason: "" }),
  Publish: () => ({}),
  Ask: () => ({ gate: "execution.m_1.1", until_ms: Date.UTC(2026, 11, 1) }),
  AwaitDecision: () => ({}),
  GateTimer: () => ({ until_ms: Date.UTC(2026, 11, 1) }),
  Resume: () => ({ verdict: "APPROVED", by: "person" }),
  Seal: () => ({ phase: "DEPLOYED" }),
  Release: () => ({}),
};
type Tasks = NonNullable<MachineOptions["tasks"]>;

const visited = new Set<string>();

interface Mission extends MachineRun {
  /** Payloads by state, in the order they were sent. */
  readonly sent: Record<string, any[]>;
  /** How often each state answered without an error. */
  readonly done: Record<string, number>;
}

async function run(
  tasks: Tasks = {},
  input: { deploy?: boolean; publish?: boolean; limits?: Partial<typeof LIMITS> } = {},
): Promise<Mission> {
  const sent: Record<string, any[]> = {};
  const done: Record<string, number> = {};
  const scripts = Object.fromEntries(
    Object.entries({ ...HAPPY, ...tasks }).map(([name, script]) => [
      name,
      async (payload: any, call: any) => {
        sent[name] = [...(sent[name] ?? []), payload];
        const answer = await (script as (payload: any, call: any) => unknown)(payload, call);
        if (answer !== silent) done[name] = (done[name] ?? 0) + 1;
        return answer;
      },
    ]),
  );
  const result = await runMachine(DEFINITION, {
    tasks: scripts,
    substitutions: ARNS,
    input: {
      ...MISSION,
      deploy: input.deploy ?? true,
      publish: input.publish ?? true,
      limits: { ...LIMITS, ...input.limits },
    },
  });
  for (const state of result.path) visited.add(state);
  return { ...result, sent, done };
}

/** The outcome and error that reached Seal, which must have succeeded exactly once and let go of the slot. */
function sealed({ sent, done }: Mission): { outcome: string; code?: string; message?: string } {
  expect(done.Seal).toBe(1);
  expect(done.Release).toBeUndefined();
  const payload = sent.Seal?.at(-1);
  expect(payload).toMatchObject(MISSION);
  return { outcome: payload.outcome, code: payload.error?.code, message: payload.error?.message };
}

/** A script that throws this error the first `times` times, then does as if nothing had happened. */
function failing(name: string, times = Number.POSITIVE_INFINITY, then: () => unknown = () => ({})) {
  let left = times;
  return () => {
    if (left-- > 0) throw taskError(name, `${name} happened`);
    return then();
  };
}

/** Answers one after the other; the last one stays. */
function answers(...all: unknown[]) {
  return () => (all.length > 1 ? all.shift() : all[0]);
}

const code = (reason: string, same = false) => ({ verdict: "code", same, reason });

describe("the definition of the mission machine", () => {
  it("is valid according to asl-validator", () => {
    const filled = DEFINITION.replace(/\$\{(\w+)\}/g, (_, name) => ARNS[name] ?? "");
    expect(validate(JSON.parse(filled))).toMatchObject({ isValid: true, errors: [] });
  });
});

describe("a mission without failures", () => {
  it("goes live and is published", async () => {
    const mission = await run();
    expect(mission.status).toBe("SUCCEEDED");
    expect(mission.path).toEqual(
      "Admit Prepare Architect Check Install Installed Build Inspect Classify Review Reviewed Preview Previewed Verify Verified Promote Promoted CheckLive Checked Publish Published Succeeded Seal Ended Done".split(
        " ",
      ),
    );
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it.each([
    [{ deploy: true, publish: false }, ["Preview", "Promote"], ["Publish"]],
    [{ deploy: false, publish: true }, ["Publish"], ["Preview", "Promote"]],
    [{ deploy: false, publish: false }, ["Review"], ["Preview", "Promote", "Publish"]],
  ])("runs exactly the requested steps: %j", async (input, does, leaves) => {
    const mission = await run({}, input);
    expect(mission.path).toEqual(expect.arrayContaining(does));
    for (const state of leaves) expect(mission.path).not.toContain(state);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("passes each step its mission, attempt and retry", async () => {
    const { sent } = await run();
    expect(sent.Prepare).toEqual([MISSION]);
    expect(sent.Architect).toEqual([MISSION]);
    expect(sent.Install).toEqual([{ ...MISSION, attempt: 1 }]);
    expect(sent.Build).toEqual([{ ...MISSION, attempt: 1, retry: 0, token: expect.any(String) }]);
    expect(sent.Inspect).toEqual([{ ...MISSION, attempt: 1, retry: 0 }]);
    expect(sent.Promote).toEqual([MISSION]);
  });
});

/** Errors that end a mission, and how. */
const ENDS = [
  ["PolicyDenied", "blocked"],
  ["Cancelled", "cancelled"],
  ["TimedOut", "timed_out"],
  ["ModelRefused", "failed"],
  ["IllegalTransition", "failed"],
] as const;

describe("a step that fails", () => {
  const BEFORE_LIVE = ["Architect", "Check", "Install", "Inspect", "Review", "Preview", "Verify", "Promote"];

  it.each(BEFORE_LIVE.flatMap((state) => ENDS.map(([error, outcome]) => [state, error, outcome] as const)))(
    "%s with %s ends as %s",
    async (state, error, outcome) => {
      const mission = await run({ [state]: failing(error) });
      expect(mission.status).toBe("FAILED");
      expect(mission.error).toBe(error);
      expect(sealed(mission)).toMatchObject({ outcome, code: error });
      expect(mission.sent[state]).toHaveLength(1);
    },
  );

  it.each(["Admit", "Heal"])("%s with a refusal also ends the mission", async (state) => {
    const mission = await run({ Inspect: () => code("1 test failed"), [state]: failing("Cancelled") });
    expect(sealed(mission)).toMatchObject({ outcome: "cancelled", code: "Cancelled" });
  });

  it("passes the Lambda's own error to Seal", async () => {
    const mission = await run({ Check: failing("PolicyDenied") });
    const { message = "" } = sealed(mission);
    expect(JSON.parse(message)).toMatchObject({
      errorType: "PolicyDenied",
      errorMessage: "PolicyDenied happened",
    });
  });

  it.each(["deploy", "publish"])("keeps a live app live when publishing fails (%s)", async (asked) => {
    const live = asked === "deploy";
    const mission = await run({ Publish: failing("GitHubRefused") }, { deploy: live });
    expect(sealed(mission)).toMatchObject({
      outcome: live ? "partial" : "failed",
      code: "GitHubRefused",
    });
    expect(mission.status).toBe(live ? "SUCCEEDED" : "FAILED");
  });

  it.each([
    ["Architect", "ModelUnavailable", 2],
    ["Check", "Lambda.ServiceException", 3],
    ["Install", "EnvironmentFailure", 2],
    ["Inspect", "Lambda.TooManyRequestsException", 3],
    ["Review", "ModelUnavailable", 2],
    ["Preview", "VercelUnavailable", 4],
    ["Verify", "EnvironmentFailure", 2],
    ["Promote", "VercelUnavailable", 4],
    ["Publish", "GitHubUnavailable", 4],
  ])("%s is tried again after %s, %i times", async (state, error, times) => {
    const recovered = await run({ [state]: failing(error, times, HAPPY[state as keyof typeof HAPPY]) });
    expect(sealed(recovered)).toEqual({ outcome: "succeeded" });
    const given = await run({ [state]: failing(error) });
    expect(given.sent[state]).toHaveLength(times + 1);
    expect(sealed(given)).toMatchObject({ outcome: state === "Publish" ? "partial" : "failed", code: error });
  });
});

describe("an environment failure in the mission machine", () => {
  it("is retried twice without costing an attempt", async () => {
    const mission = await run({ Build: failing("EnvironmentFailure", 2) });
    expect(mission.sent.Build?.map(({ attempt, retry }) => [attempt, retry])).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(mission.sent.Heal).toBeUndefined();
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("ends the mission the third time, with each builder stopped", async () => {
    const mission = await run({ Build: failing("EnvironmentFailure") });
    expect(mission.sent.Build).toHaveLength(3);
    expect(mission.sent.StopBuild).toHaveLength(3);
    expect(mission.sent.Heal).toBeUndefined();
    expect(sealed(mission)).toMatchObject({ outcome: "failed", code: "EnvironmentFailure" });
  });

  it("can also be reported by a builder's record", async () => {
    const blamed = { verdict: "environment", same: false, reason: "The audit was killed from outside." };
    const recovered = await run({ Inspect: answers(blamed, blamed, HAPPY.Inspect()) });
    expect(recovered.sent.Build?.map(({ retry }) => retry)).toEqual([0, 1, 2]);
    expect(sealed(recovered)).toEqual({ outcome: "succeeded" });
    const ended = await run({ Inspect: () => blamed });
    expect(sealed(ended)).toEqual({
      outcome: "failed",
      code: "EnvironmentFailure",
      message: blamed.reason,
    });
  });

  it("is counted anew with each attempt", async () => {
    const blamed = { verdict: "environment", same: false, reason: "no memory" };
    const mission = await run({
      Inspect: answers(blamed, blamed, code("test failed"), blamed, blamed, HAPPY.Inspect()),
    });
    expect(mission.sent.Build?.map(({ attempt, retry }) => `${attempt}.${retry}`)).toEqual(
      "1.0 1.1 1.2 2.0 2.1 2.2".split(" "),
    );
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("includes a throttled start of a builder", async () => {
    const mission = await run({ Build: failing("Lambda.TooManyRequestsException", 1) });
    expect(mission.sent.Build).toHaveLength(2);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it.each(["NoSandbox", "PolicyDenied", "InvalidDraft"])("does not include %s", async (error) => {
    const mission = await run({ Build: failing(error) });
    expect(mission.sent.Build).toHaveLength(1);
    expect(mission.sent.StopBuild).toHaveLength(1);
    expect(sealed(mission).code).toBe(error);
  });

  it("is retried even when the builder cannot be stopped", async () => {
    const mission = await run({ Build: failing("EnvironmentFailure", 1), StopBuild: failing("Internal") });
    expect(mission.sent.StopBuild).toHaveLength(4);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });
});

describe("a builder that is started early", () => {
  it.each([
    ["fails", failing("Internal")],
    ["is throttled", failing("Lambda.TooManyRequestsException")],
    ["sees a cancelled mission", failing("Cancelled")],
    ["does not answer", () => silent],
  ])("is not required when its start %s", async (_, Prepare) => {
    const mission = await run({ Prepare });
    expect(mission.sent.Prepare).toHaveLength(1);
    expect(mission.sent.Architect).toEqual([MISSION]);
    expect(mission.sent.StopBuild).toBeUndefined();
    expect(mission.seconds).toBeLessThanOrEqual(15);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it.each(["Architect", "Check", "Install"])(
    "is stopped when %s ends the mission before its build",
    async (state) => {
      for (const [error, outcome] of ENDS) {
        const mission = await run({ [state]: failing(error) });
        expect(mission.sent.StopBuild).toEqual([{ ...MISSION, attempt: 1, retry: 0 }]);
        expect(mission.path.indexOf("StopBuild")).toBeLessThan(mission.path.indexOf("Seal"));
        expect(sealed(mission)).toMatchObject({ outcome, code: error });
      }
    },
  );

  it("is stopped when the first draft's dependencies are refused, and the repair builds with its own", async () => {
    const refused = { refused: true, same: false, reason: "git dependencies are refused" };
    const mission = await run({ Install: answers(refused, HAPPY.Install()), StopBuild: failing("Internal") });
    expect(mission.sent.StopBuild?.[0]).toEqual({ ...MISSION, attempt: 1, retry: 0 });
    expect(mission.path.join(" ")).toContain(
      "Installed StopBuild Stopped Decide Heal Check Install Installed Build",
    );
    expect(mission.sent.Heal?.[0]).toMatchObject({ source: "dependencies", reason: refused.reason });
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });
});

describe("a builder that does not report", () => {
  it("is stopped after its heartbeat timeout and replaced", async () => {
    const mission = await run({ Build: answers(silent, {}) });
    expect(mission.sent.StopBuild).toEqual([{ ...MISSION, attempt: 1, retry: 0 }]);
    expect(mission.seconds).toBe(LIMITS.heartbeat_seconds);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("ends the mission when it remains silent", async () => {
    const mission = await run({ Build: () => silent });
    expect(mission.sent.Build).toHaveLength(3);
    expect(sealed(mission)).toEqual({
      outcome: "failed",
      code: "EnvironmentFailure",
      message: "The builder fell silent.",
    });
  });

  it("is stopped when its own time is over", async () => {
    const limits = { build_task_seconds: 100, heartbeat_seconds: 99, environment_retries: 0 };
    const beating = await run({ Build: () => silent }, { limits: { ...limits, heartbeat_seconds: 600 } });
    expect(beating.seconds).toBe(99);
    expect(sealed(beating).code).toBe("EnvironmentFailure");
  });

  it("leads to TIMED_OUT when the mission's time is over", async () => {
    const mission = await run({ Build: () => silent }, { limits: { active_seconds: 150 } });
    expect(sealed(mission)).toEqual({
      outcome: "timed_out",
      code: "TimedOut",
      message: "The mission used up its active time.",
    });
    expect(mission.seconds).toBeLessThanOrEqual(155);
  });
});

describe("an app that fails in the mission machine", () => {
  it("is healed and built again", async () => {
    const mission = await run({ Inspect: answers(code("1 test failed"), HAPPY.Inspect()) });
    expect(mission.sent.Heal).toEqual([{ ...MISSION, attempt: 1, source: "build", reason: "1 test failed" }]);
    expect(mission.sent.Check).toHaveLength(2);
    expect(mission.sent.Build?.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("fails for good after three attempts", async () => {
    const mission = await run({ Inspect: answers(code("one"), code("two"), code("three")) });
    expect(mission.sent.Build).toHaveLength(3);
    expect(mission.sent.Heal).toHaveLength(2);
    expect(sealed(mission)).toEqual({
      outcome: "failed",
      code: "AttemptsExhausted",
      message: "Attempt 3 of 3 failed: three",
    });
  });

  it("fails early when the same failure occurs again", async () => {
    const mission = await run({ Inspect: answers(code("one"), code("one", true)) });
    expect(mission.sent.Build).toHaveLength(2);
    expect(sealed(mission)).toEqual({
      outcome: "failed",
      code: SAME,
      message: "The same failure came back after a repair: one",
    });
  });

  it("is healed when a sandbox limit ended it", async () => {
    const killed = { verdict: "killed", same: false, reason: "The audit took longer than 120 s." };
    const mission = await run({ Inspect: answers(killed, HAPPY.Inspect()) });
    expect(mission.sent.Heal?.[0].source).toBe("build");
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("is healed when a dependency is refused", async () => {
    const refused = { refused: true, same: false, reason: "git dependencies are refused" };
    const mission = await run({ Install: answers(refused, HAPPY.Install()) });
    expect(mission.sent.Heal).toEqual([
      { ...MISSION, attempt: 1, source: "dependencies", reason: refused.reason },
    ]);
    expect(mission.sent.Build).toHaveLength(1);
    const same = await run({ Install: answers(refused, { ...refused, same: true }) });
    expect(sealed(same).code).toBe(SAME);
    expect(same.sent.Build).toBeUndefined();
  });

  it("is healed when the critic rejects it", async () => {
    const mission = await run({
      Review: answers({ verdict: "reject", reason: "Search is missing." }, HAPPY.Review()),
    });
    expect(mission.sent.Heal).toEqual([
      { ...MISSION, attempt: 1, source: "review", reason: "Search is missing." },
    ]);
    expect(mission.sent.Review?.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("is healed when it fails its acceptance test, and nothing is promoted before", async () => {
    const failed = { passed: false, same: false, reason: "Dark mode: button not found" };
    const mission = await run({ Verify: answers(failed, HAPPY.Verify()) });
    expect(mission.sent.Heal).toEqual([
      { ...MISSION, attempt: 1, source: "acceptance", reason: failed.reason },
    ]);
    expect(mission.sent.Promote).toHaveLength(1);
    const never = await run({ Verify: () => failed });
    expect(never.sent.Promote).toBeUndefined();
    expect(sealed(never).code).toBe("AttemptsExhausted");
  });

  it("is built once more without the pages of a model when no repair is left", async () => {
    const mission = await run({
      Inspect: answers(code("one"), code("two"), code("three"), HAPPY.Inspect()),
      LeaveOut: () => ({ left_out: true }),
    });
    expect(mission.sent.LeaveOut).toEqual([
      { ...MISSION, attempt: 3, last: true, reason: "Attempt 3 of 3 failed: three" },
    ]);
    expect(mission.sent.Check).toHaveLength(4);
    expect(mission.sent.Build?.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("is built without them as well when a model finds no repair, or the same failure came back", async () => {
    const none = await run({
      LeaveOut: () => ({ left_out: true }),
      Inspect: answers(code("one"), HAPPY.Inspect()),
      Heal: failing("CodeFailure"),
    });
    expect(none.sent.LeaveOut?.[0]).toMatchObject({
      attempt: 1,
      reason: expect.stringContaining("CodeFailure happened"),
    });
    expect(sealed(none)).toEqual({ outcome: "succeeded" });
    const same = await run({
      LeaveOut: answers({ left_out: true }, { left_out: false }),
      Inspect: () => code("one", true),
    });
    expect(same.sent.Build).toHaveLength(2);
    expect(sealed(same).code).toBe(SAME);
  });

  it("ends with its own failure when that fails, and as cancelled when a person cancels it", async () => {
    const broken = await run({ Inspect: () => code("one", true), LeaveOut: failing("Internal") });
    expect(sealed(broken).code).toBe(SAME);
    const cancelled = await run({ Inspect: () => code("one", true), LeaveOut: failing("Cancelled") });
    expect(sealed(cancelled).outcome).toBe("cancelled");
  });

  it("is built as many times as the policy permits", async () => {
    const mission = await run({ Inspect: () => code("broken") }, { limits: { attempts: 1 } });
    expect(mission.sent.Heal).toBeUndefined();
    expect(sealed(mission).message).toBe("Attempt 1 of 1 failed: broken");
  });
});

describe("the active time of a mission", () => {
  it("does not include waiting for a slot", async () => {
    const hours = 5 * 3600;
    const mission = await run({ Admit: () => takes(hours, () => ({ admitted: true })) });
    expect(mission.seconds).toBe(hours);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it.each(["Architect", "Check", "Inspect", "Heal", "Review", "Promote"])(
    "ends a %s that does not return",
    async (state) => {
      const Inspect = state === "Heal" ? () => code("broken") : HAPPY.Inspect;
      const mission = await run({ Inspect, [state]: () => silent });
      expect(mission.seconds).toBeLessThanOrEqual(LIMITS.active_seconds);
      expect(sealed(mission)).toMatchObject({ outcome: "timed_out", code: "States.Timeout" });
      expect(typeof sealed(mission).message).toBe("string");
      expect(mission.status).toBe("FAILED");
    },
  );

  it("ends a mission whose attempts each take long", async () => {
    let number = 0;
    const mission = await run(
      {
        Build: () => takes(110, () => ({})),
        Inspect: () => code(`failure ${++number}`),
        Heal: () => takes(110, () => ({})),
      },
      { limits: { attempts: 10 } },
    );
    expect(mission.seconds).toBeLessThanOrEqual(LIMITS.active_seconds + 5);
    expect(sealed(mission).outcome).toBe("timed_out");
  });
});

describe("a mission that is cancelled", () => {
  it("leaves the queue at once", async () => {
    const mission = await run({ Admit: () => takes(60, failing("Cancelled")) });
    expect(mission.path).toEqual(["Admit", "Conclude", "Seal", "Ended", "Failed"]);
    expect(sealed(mission)).toMatchObject({ outcome: "cancelled", code: "Cancelled" });
  });

  it("stops its builder at once", async () => {
    const mission = await run({ Build: () => takes(20, failing("Cancelled")) });
    expect(mission.sent.StopBuild).toEqual([{ ...MISSION, attempt: 1, retry: 0 }]);
    expect(mission.sent.Build).toHaveLength(1);
    expect(sealed(mission)).toMatchObject({ outcome: "cancelled", code: "Cancelled" });
  });

  it("stays live when it was live before", async () => {
    const mission = await run({ Publish: failing("Cancelled") });
    expect(sealed(mission)).toMatchObject({ outcome: "partial", code: "Cancelled" });
  });
});

describe("the mission queue", () => {
  it("is joined again when the admission failed", async () => {
    const mission = await run({ Admit: failing("Internal", 3, () => ({ admitted: true })) });
    expect(mission.sent.Admit).toHaveLength(4);
    expect(new Set(mission.sent.Admit?.map(({ token }) => token)).size).toBe(4);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("is left when the admission keeps failing, and the mission is sealed", async () => {
    const mission = await run({ Admit: failing("Internal") });
    expect(mission.sent.Admit).toHaveLength(7);
    expect(sealed(mission)).toMatchObject({ outcome: "failed", code: "Internal" });
  });
});

const asking = { awaits: { directive: "d_1" } };

describe("a live address that does not show the release", () => {
  it("ends the mission as partial, and nothing is published", async () => {
    const reason = "The live address responded with the status 500. Tries: 3. Release 1 is live again.";
    const mission = await run({ CheckLive: () => ({ passed: false, reason }) });
    expect(sealed(mission)).toEqual({ outcome: "partial", code: "NotLive", message: reason });
    expect(mission.status).toBe("SUCCEEDED");
    expect(mission.path).not.toContain("Publish");
  });

  it("ends the mission as partial when it cannot be checked", async () => {
    const mission = await run({ CheckLive: failing("VercelUnavailable") });
    expect(mission.sent.CheckLive).toHaveLength(5);
    expect(sealed(mission)).toMatchObject({ outcome: "partial", code: "VercelUnavailable" });
  });
});

describe("an effect that requires a person's decision", () => {
  it.each([
    ["Preview", "Previewed"],
    ["Promote", "Promoted"],
    ["CheckLive", "Checked"],
    ["Publish", "Published"],
  ])("takes place once it is approved: %s", async (state, choice) => {
    const mission = await run({ [state]: answers(asking, { passed: true }) });
    expect(mission.path.join(" ")).toContain(`${state} ${choice} Ask AwaitDecision Resume Resumed ${state}`);
    expect(mission.sent[state]).toHaveLength(2);
    expect(mission.sent.Ask).toEqual([{ tenant: "tn_1", execution_id: "m_1", ...asking }]);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("does not use the mission's active time, however long the decision takes", async () => {
    const days = 300 * 86_400;
    const mission = await run({
      Promote: answers(asking, {}),
      Ask: () => ({ gate: "execution.m_1.1", until_ms: Date.UTC(2026, 0, 1) + 365 * 86_400_000 }),
      AwaitDecision: () => takes(days, () => ({})),
    });
    expect(mission.seconds).toBe(days);
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it("causes no invocation between the opening of the gate and its decision", async () => {
    const calls: string[] = [];
    const seen = (name: string, answer: unknown) => () => {
      calls.push(name);
      return answer;
    };
    await run({
      Promote: answers(asking, {}),
      Ask: seen("Ask", { gate: "g", until_ms: Date.UTC(2026, 11, 1) }),
      AwaitDecision: () => takes(100 * 86_400, seen("decided", {})),
      GateTimer: seen("GateTimer", {}),
      Resume: seen("Resume", HAPPY.Resume()),
    });
    expect(calls).toEqual(["Ask", "decided", "Resume"]);
  });

  it("ends the mission as rejected without taking place", async () => {
    const mission = await run({
      Promote: () => asking,
      Resume: () => ({ verdict: "REJECTED", by: "person" }),
    });
    expect(mission.sent.Promote).toHaveLength(1);
    expect(sealed(mission)).toMatchObject({ outcome: "rejected", code: "Rejected" });
  });

  it("ends the mission as timed out without a decision in time", async () => {
    const start = Date.UTC(2026, 0, 1);
    const mission = await run({
      Preview: () => asking,
      Ask: () => ({ gate: "g", until_ms: start + 3_600_000 }),
      AwaitDecision: answers(silent, {}),
      GateTimer: () => ({ until_ms: start + 3_600_000 }),
      Resume: () => ({ verdict: "REJECTED", by: "system" }),
    });
    expect(mission.seconds).toBe(3600);
    expect(mission.path.join(" ")).toContain("AwaitDecision GateTimer AwaitDecision Resume Resumed Conclude");
    expect(sealed(mission)).toMatchObject({ outcome: "timed_out", code: "TimedOut" });
  });

  it.each(["Ask", "AwaitDecision", "GateTimer", "Resume"])(
    "ends the mission with the error of %s",
    async (state) => {
      const mission = await run({
        Preview: () => asking,
        Ask: () => ({ gate: "g", until_ms: Date.UTC(2026, 0, 2) }),
        ...(state === "GateTimer" ? { AwaitDecision: () => silent } : {}),
        [state]: failing("Cancelled"),
      });
      expect(sealed(mission)).toMatchObject({ outcome: "cancelled", code: "Cancelled" });
    },
  );
});

describe("the seal of a mission", () => {
  it("is retried until it succeeds", async () => {
    const mission = await run({ Seal: failing("Internal", 6, HAPPY.Seal) });
    expect(mission.sent.Seal).toHaveLength(7);
    expect(mission.status).toBe("SUCCEEDED");
    expect(sealed(mission)).toEqual({ outcome: "succeeded" });
  });

  it.each([
    ["Internal", 7],
    ["EvidenceConflict", 1],
    ["NotFound", 1],
  ])("releases the slot even if it fails for good with %s", async (error, tries) => {
    const mission = await run({ Seal: failing(error) });
    expect(mission.sent.Seal).toHaveLength(tries);
    expect(mission.done.Seal).toBeUndefined();
    expect(mission.done.Release).toBe(1);
    expect(mission.path.slice(-3)).toEqual(["Seal", "Release", "Unsealed"]);
    expect(mission.error).toBe(error);
    expect(readUnsealed(mission.cause)).toEqual({ outcome: "succeeded" });
  });

  it("names in its cause the outcome of a mission that could not be sealed", async () => {
    const mission = await run({ Check: failing("PolicyDenied"), Seal: failing("NotFound") });
    expect(readUnsealed(mission.cause)).toMatchObject({
      outcome: "blocked",
      error: { code: "PolicyDenied" },
    });
  });

  it("leaves the cause of every other ending unchanged", async () => {
    const mission = await run({ Check: failing("PolicyDenied") });
    expect([readUnsealed(mission.cause), readUnsealed(null)]).toEqual([{}, {}]);
  });

  it("releases the slot when the seal never returns", async () => {
    const mission = await run({ Seal: () => silent, Release: failing("Internal", 2) });
    expect(mission.done.Release).toBe(1);
    expect(mission.error).toBe("States.Timeout");
  });
});

afterAll(() => {
  // A state no test reaches is a path nobody has seen.
  expect(STATES.filter((state) => !visited.has(state))).toEqual([]);
});
