import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { evaluateHere } from "#local-cloud/states/evaluation.ts";
import { createExecutor, type Executor } from "#local-cloud/states/executor.ts";
import type { TaskInvoker } from "#local-cloud/states/invoker.ts";
import type { JsonObject } from "#local-cloud/states/json.ts";
import type { EventBridgeEvent } from "#local-cloud/states/status-event.ts";
import { type Execution, openStore, type Store } from "#local-cloud/states/store.ts";
import { invoke, machine } from "#test/support/asl.ts";
import { type VirtualTime, virtualTime } from "#test/support/virtual-time.ts";

const ARN = "arn:aws:states:us-east-1:000000000000:execution:m:e";
const TOKEN_TASK = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Arguments: { FunctionName: "ask", Payload: "{% $states.context.Task.Token %}" },
};
const JOB = {
  Type: "Task",
  Resource: "arn:aws:states:::ecs:runTask.sync",
  Arguments: { TaskDefinition: "job" },
  End: true,
};

let dir: string;
let store: Store;
let executor: Executor;
let time: VirtualTime;
let calls: unknown[][];
let events: EventBridgeEvent[];
let failing: Set<string>;

const invoker: TaskInvoker = {
  async lambda(name, payload) {
    calls.push([name, payload]);
    const error = { errorType: "Broken", errorMessage: name };
    return failing.has(name) ? { ok: false, error } : { ok: true, payload: `${name} done` };
  },
  ecs: {
    runTask: async ({ clientToken }) => {
      calls.push(["runTask", clientToken]);
      return { taskArn: "task-arn" };
    },
    waitStopped: () => new Promise(() => {}),
    stopTask: async (...args) => void calls.push(["stopTask", ...args]),
  },
};

function open(): void {
  store = openStore(dir, time.now());
  const onEvent = (event: EventBridgeEvent) => void events.push(event);
  executor = createExecutor({
    store,
    clock: time,
    invoke: invoker,
    evaluate: evaluateHere,
    account: "000000000000",
    region: "us-east-1",
    onEvent,
  });
}

/** Everything that can happen now has happened. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn++) {
    await executor.settled();
    await setImmediate();
  }
};

async function start(definition: object, input = "{}"): Promise<void> {
  const now = time.now();
  const text = JSON.stringify(definition);
  const dates = { createdAt: now, updatedAt: now };
  const made = {
    arn: "machine-arn",
    name: "m",
    definition: text,
    roleArn: "r",
    revisionId: "1",
    tags: [],
    ...dates,
  };
  executor.start({ arn: ARN, name: "e", machine: made, input, startDate: now, redrives: [] });
  await settle();
}

const execution = (): Execution => store.executions.get(ARN)!;
const typesSeen = () => executor.history(ARN).map(({ type }) => type);
const waitingTask = () => {
  const token = String(calls.findLast(([name]) => name === "ask")?.[1]);
  const found = executor.pending(token);
  if (typeof found === "string") throw new Error(`the token is ${found}`);
  return found;
};

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-states-"));
  time = virtualTime();
  calls = [];
  events = [];
  failing = new Set();
  open();
});
afterEach(() => {
  executor.close();
  rmSync(dir, { recursive: true, force: true });
});

describe("the heartbeats of a task", () => {
  it("keep it alive for as long as they come, also over a restart", async () => {
    await start(machine({ T: { ...TOKEN_TASK, HeartbeatSeconds: 10, End: true } }));
    for (let beat = 0; beat < 3; beat++) {
      const stopTimer = time.at(time.now() + 8000, () => {});
      time.advance();
      stopTimer();
      waitingTask().beat();
    }
    executor.close();
    open();
    await executor.resume();
    const last = time.now();
    time.advance();
    await settle();
    expect(time.now() - last).toBe(10_000);
    expect(execution().ending).toMatchObject({ status: "FAILED", error: "States.HeartbeatTimeout" });
    expect(typesSeen()).toContain("TaskTimedOut");
  });
});

describe("a value that is nested too deeply to be recorded", () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;

  it("ends the execution that received it, and no other waits", async () => {
    await start(machine({ T: { ...TOKEN_TASK, End: true } }));
    waitingTask().settle({ ok: true, output: JSON.parse(deep) });
    await settle();
    expect(execution().ending).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
    expect(executor.isStalled()).toBe(false);
  });

  it("ends an execution that starts with it", async () => {
    await start(machine({ P: { Type: "Pass", End: true } }), deep);
    expect(execution().ending).toMatchObject({ status: "FAILED", error: "States.Runtime" });
    expect(executor.isStalled()).toBe(false);
  });
});

describe("an execution with a damaged journal", () => {
  it("is refused at every start, and continues once the journal is restored", async () => {
    await start(machine({ T: { ...TOKEN_TASK, End: true } }));
    executor.close();
    const path = join(dir, "executions", readdirSync(join(dir, "executions"))[0] ?? "");
    const whole = readFileSync(path);
    truncateSync(path, 0);
    for (let start = 0; start < 4; start++) {
      open();
      await expect(executor.resume()).rejects.toThrow(`${path} is damaged`);
      executor.close();
    }
    writeFileSync(path, whole);
    open();
    await executor.resume();
    waitingTask();
    expect(execution().ending).toBeUndefined();
  });
});

describe("an execution that ends early", () => {
  it.each([
    ["is stopped", {}, () => executor.stop(ARN), "ABORTED"],
    ["times out", { TimeoutSeconds: 60 }, () => time.advance(), "TIMED_OUT"],
  ])("stops its ECS job when it %s", async (_, fields, end, status) => {
    await start({ ...machine({ Job: JOB }), ...fields });
    end();
    await settle();
    expect(execution().ending?.status).toBe(status);
    expect(calls).toContainEqual(["stopTask", "task-arn", expect.any(String)]);
  });

  it("does not stop its ECS job when only the process ends", async () => {
    await start(machine({ Job: JOB }));
    executor.close();
    await settle();
    expect(calls.map(([name]) => name)).toEqual(["runTask"]);
    open();
    await executor.resume();
    expect(execution().ending).toBeUndefined();
    expect(typesSeen().filter((type) => type === "TaskSubmitted")).toHaveLength(1);
  });

  it("accepts no answer for its tokens any more", async () => {
    await start(machine({ T: { ...TOKEN_TASK, End: true } }));
    const task = waitingTask();
    executor.stop(ARN);
    expect(executor.pending(task.task.token!)).toBe("closed");
  });
});

describe("the outcome of a task", () => {
  it("is the first one recorded", async () => {
    await start(machine({ T: { ...TOKEN_TASK, TimeoutSeconds: 5, End: true } }));
    const task = waitingTask();
    expect(task.settle({ ok: true, output: "first" })).toBe(true);
    expect(task.settle({ ok: false, error: "Second" })).toBe(false);
    await settle();
    expect(execution().ending).toMatchObject({ status: "SUCCEEDED", output: '"first"' });
  });

  it("after a sibling ended the task is not recorded", async () => {
    failing.add("bad");
    const chains = [
      machine.chain({ T: { ...TOKEN_TASK, End: true } }),
      machine.chain({ W: { Type: "Wait", Seconds: 9, Next: "B" }, B: invoke("bad", { End: true }) }),
    ];
    const Catch = [{ ErrorEquals: ["Broken"], Next: "Later" }];
    const Later = { Type: "Wait", Seconds: 99, End: true };
    await start(machine({ P: { Type: "Parallel", Branches: chains, Catch, End: true }, Later }));
    const task = waitingTask();
    time.advance();
    await settle();
    expect(task.settle({ ok: true, output: 1 })).toBe(false);
    expect(executor.pending(task.task.token!)).toBe("closed");
    expect(typesSeen()).toContain("TaskStateAborted");
    expect(typesSeen()).not.toContain("TaskSucceeded");
  });

  it("larger than 256 KiB is States.DataLimitExceeded", async () => {
    await start(machine({ T: { ...TOKEN_TASK, End: true } }));
    waitingTask().settle({ ok: true, output: "x".repeat(256 * 1024) });
    await settle();
    expect(execution().ending).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });
});

describe("the redrive of an execution", () => {
  const branch = (name: string) => machine.chain({ [name]: invoke(name, { End: true }) });
  const THREE = machine({
    First: invoke("first", { Next: "P" }),
    P: {
      Type: "Parallel",
      Branches: [branch("one"), branch("two"), branch("three")],
      Retry: [{ ErrorEquals: ["Broken"], IntervalSeconds: 1, MaxAttempts: 1 }],
      End: true,
    },
  });

  it("runs only the failed branch again, with its retries restored", async () => {
    failing.add("two");
    await start(THREE);
    time.advance();
    await settle();
    expect(execution().ending).toMatchObject({ status: "FAILED", error: "Broken" });
    calls = [];
    executor.redrive(ARN);
    await settle();
    time.advance();
    await settle();
    expect(execution().ending?.status).toBe("FAILED");
    expect(calls.map(([name]) => name)).not.toContain("first");
    expect(calls.filter(([name]) => name === "two")).toHaveLength(2);
    failing.clear();
    calls = [];
    executor.redrive(ARN);
    await settle();
    expect(calls.map(([name]) => name)).toEqual(["two"]);
    expect(execution()).toMatchObject({
      redrives: [expect.any(Number), expect.any(Number)],
      ending: { status: "SUCCEEDED", output: '["one done","two done","three done"]' },
    });
    expect(typesSeen().filter((type) => type === "ExecutionRedriven")).toHaveLength(2);
  });

  it("issues new task tokens; the old ones are invalid", async () => {
    await start(machine({ T: { ...TOKEN_TASK, TimeoutSeconds: 5, End: true } }));
    const old = waitingTask().task.token!;
    time.advance();
    await settle();
    executor.redrive(ARN);
    await settle();
    expect(executor.pending(old)).toBe("closed");
    waitingTask().settle({ ok: true, output: "yes" });
    await settle();
    expect(execution().ending).toMatchObject({ status: "SUCCEEDED", output: '"yes"' });
  });

  it("starts a new ECS job", async () => {
    await start(machine({ Job: JOB }));
    executor.stop(ARN);
    executor.redrive(ARN);
    await settle();
    const tokens = calls.filter(([name]) => name === "runTask").map(([, token]) => token);
    expect(new Set(tokens).size).toBe(2);
  });

  it("sends events of its own to EventBridge", async () => {
    failing.add("f");
    await start(machine({ T: invoke("f", { End: true }) }));
    failing.clear();
    executor.redrive(ARN);
    await settle();
    expect(events.map(({ detail }: { detail: JsonObject }) => detail.status)).toEqual([
      "RUNNING",
      "FAILED",
      "RUNNING",
      "SUCCEEDED",
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(4);
  });
});

it("an execution whose definition no longer loads fails when it is resumed, and the others continue", async () => {
  await start(machine({ T: { ...TOKEN_TASK, End: true } }));
  const old = { ...execution().machine, definition: "{}" };
  store.putExecution({ ...execution(), arn: `${ARN}2`, machine: old });
  executor.close();
  open();
  await executor.resume();
  expect(store.executions.get(`${ARN}2`)?.ending).toMatchObject({
    status: "FAILED",
    error: "States.Runtime",
  });
  expect(waitingTask()).toBeDefined();
});

describe("the store of executions", () => {
  it("deletes an execution and its journal 90 days after its end", async () => {
    await start(machine({ A: { Type: "Pass", End: true } }));
    expect(execution().ending?.status).toBe("SUCCEEDED");
    executor.close();
    time = virtualTime(time.now() + 91 * 24 * 3_600_000);
    open();
    expect(store.executions.size).toBe(0);
    expect(store.read(ARN)).toEqual([]);
  });
});
