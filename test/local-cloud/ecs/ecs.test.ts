import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Ecs, EcsOptions } from "#local-cloud/ecs/ecs.ts";
import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";
import type { TaskInvoker } from "#local-cloud/states/invoker.ts";
import { definitions, never, openEcs, request, scripted, temporaryDir } from "./world.ts";

let place: ReturnType<typeof temporaryDir>;
let runner: ReturnType<typeof scripted>;
let ecs: Ecs;
let events: EventBridgeEvent[];
const reopen = (options: Partial<EcsOptions> = {}) => {
  ({ ecs, events } = openEcs(place.dir, runner.start, options));
};

beforeEach(() => {
  place = temporaryDir();
  runner = scripted();
  reopen();
});
afterEach(async () => {
  await ecs.close();
  place.remove();
});

/** The process dies: nothing is closed, the next one opens the same directory. */
function crash(options: Partial<EcsOptions> = {}): void {
  runner = scripted();
  reopen(options);
}

const statuses = (of: EventBridgeEvent[] = events) =>
  of.map(
    ({ detail }) =>
      `${detail.lastStatus}${detail.lastStatus === detail.desiredStatus ? "" : `>${detail.desiredStatus}`}`,
  );

describe("an ECS task", () => {
  it("passes through every status to its exit code, with an event for each", async () => {
    const task = await ecs.runTask({ ...request, startedBy: "m_1" });
    expect(task).toMatchObject({
      lastStatus: "PROVISIONING",
      desiredStatus: "RUNNING",
      startedBy: "m_1",
      version: 1,
    });
    await runner.running(task);
    expect(await ecs.describe(task.taskArn)).toMatchObject({
      lastStatus: "RUNNING",
      startedAt: expect.any(Number),
    });
    runner.end(task.taskArn, 3, "said no");
    const stopped = await ecs.waitStopped(task.taskArn, never);
    expect(stopped).toMatchObject({
      lastStatus: "STOPPED",
      desiredStatus: "STOPPED",
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: [{ name: "builder", lastStatus: "STOPPED", exitCode: 3, reason: "said no" }],
    });
    expect(statuses()).toEqual(["PROVISIONING>RUNNING", "PENDING>RUNNING", "RUNNING", "STOPPED"]);
    expect(events.map(({ detail }) => detail.version)).toEqual([1, 2, 3, 4]);
    expect(events.at(-1)).toMatchObject({
      source: "aws.ecs",
      "detail-type": "ECS Task State Change",
      resources: [task.taskArn],
      detail: {
        clusterArn: "arn:aws:ecs:us-east-1:000000000000:cluster/gantry",
        taskDefinitionArn: "arn:aws:ecs:us-east-1:000000000000:task-definition/builder:3",
        stoppedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        containers: [{ exitCode: 3 }],
      },
    });
    expect(await ecs.waitStopped(task.taskArn, never)).toEqual(stopped);
  });

  it("has the definition's environment with the overrides applied", async () => {
    const task = await ecs.runTask({
      ...request,
      overrides: {
        memory: "2048",
        containerOverrides: [
          {
            name: "builder",
            command: ["other"],
            environment: [
              { name: "TIER", value: "large" },
              { name: "JOB", value: "https://x/y" },
            ],
            memory: 1024,
          },
        ],
      },
    });
    expect(await runner.running(task)).toMatchObject({
      family: "builder",
      command: ["other"],
      environment: { MODE: "build", TIER: "large", JOB: "https://x/y" },
      cpu: 512,
      memory: 1024,
    });
    const plain = await ecs.runTask(request);
    expect(await runner.running(plain)).toMatchObject({
      command: ["node", "main.mjs"],
      environment: { MODE: "build", TIER: "small" },
      memory: 512,
    });
  });

  it("that could not be started has the reason and no exit code", async () => {
    const task = await ecs.runTask(request);
    await runner.running(task);
    runner.fail(task.taskArn, "CannotPullContainerError: no such image");
    const stopped = await ecs.waitStopped(task.taskArn, never);
    expect(stopped).toMatchObject({
      stopCode: "TaskFailedToStart",
      stoppedReason: "CannotPullContainerError: no such image",
    });
    expect(stopped.containers[0]).not.toHaveProperty("exitCode");
  });

  it("supports the calls that Step Functions makes", async () => {
    const seam: TaskInvoker["ecs"] = ecs;
    const call = { executionArn: "e", state: "s", retryCount: 0 };
    const { taskArn } = await seam.runTask({ ...request, clientToken: "t" }, call);
    const abort = new AbortController();
    const waiting = seam.waitStopped(taskArn, abort.signal);
    abort.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    await seam.stopTask(taskArn, "Aborted by Step Functions");
    expect(await ecs.describe(taskArn)).toMatchObject({ desiredStatus: "STOPPED" });
  });
});

describe("stopping an ECS task", () => {
  it("signals it to end, and keeps the given reason", async () => {
    const task = await ecs.runTask(request);
    const running = await runner.running(task);
    await ecs.stopTask(task.taskArn, "dead man's switch");
    expect(running.signal.aborted).toBe(true);
    expect(running.kill.aborted).toBe(false);
    runner.end(task.taskArn, 143);
    expect(await ecs.waitStopped(task.taskArn, never)).toMatchObject({
      stopCode: "UserInitiated",
      stoppedReason: "dead man's switch",
      containers: [{ exitCode: 143 }],
    });
    expect(statuses()).toEqual([
      "PROVISIONING>RUNNING",
      "PENDING>RUNNING",
      "RUNNING",
      "RUNNING>STOPPED",
      "STOPPED",
    ]);
    await ecs.stopTask(task.taskArn, "again");
    expect(events).toHaveLength(5);
  });

  it("kills it after the stop timeout, even when it ignores that", async () => {
    const task = await ecs.runTask(request);
    const running = await runner.running(task);
    await ecs.stopTask(task.taskArn, "enough");
    const stopped = await ecs.waitStopped(task.taskArn, never);
    expect(running.kill.aborted).toBe(true);
    expect(stopped).toMatchObject({ stoppedReason: "enough", containers: [{ exitCode: 137 }] });
  });

  it("before it runs prevents its start", async () => {
    reopen({
      onEvent: ({ detail }) => {
        if (detail.desiredStatus === "RUNNING")
          void ecs.stopTask(detail.taskArn as string, "changed my mind");
      },
    });
    const task = await ecs.runTask(request);
    const stopped = await ecs.waitStopped(task.taskArn, never);
    expect(stopped).toMatchObject({ lastStatus: "STOPPED", stoppedReason: "changed my mind" });
    expect(stopped.containers[0]).not.toHaveProperty("exitCode");
    expect(runner.started).toEqual([]);
  });
});

describe("RunTask with the same clientToken", () => {
  it("returns the same task, also after a crash, and refuses another request", async () => {
    const first = await ecs.runTask({ ...request, clientToken: "once" });
    const { taskArn } = await ecs.runTask({ ...request, clientToken: "once" });
    expect(taskArn).toBe(first.taskArn);
    await expect(ecs.runTask({ ...request, clientToken: "once", startedBy: "x" })).rejects.toMatchObject({
      code: "ConflictException",
    });
    crash();
    expect((await ecs.runTask({ ...request, clientToken: "once" })).taskArn).toBe(first.taskArn);
    expect((await ecs.runTask({ ...request, clientToken: "twice" })).taskArn).not.toBe(first.taskArn);
    expect((await ecs.runTask(request)).taskArn).not.toBe(first.taskArn);
  });
});

describe("the local ECS after a crash", () => {
  it("starts a running task again under its ARN and sends no event twice", async () => {
    const task = await ecs.runTask(request);
    await runner.running(task);
    crash();
    expect(await runner.running(task)).toMatchObject({
      taskArn: task.taskArn,
      environment: { MODE: "build" },
    });
    expect(await ecs.describe(task.taskArn)).toMatchObject({ lastStatus: "RUNNING" });
    runner.end(task.taskArn, 0);
    await ecs.waitStopped(task.taskArn, never);
    expect(statuses()).toEqual(["STOPPED"]);
  });

  it("has stopped a task that was being stopped", async () => {
    const task = await ecs.runTask(request);
    await runner.running(task);
    await ecs.stopTask(task.taskArn, "enough");
    crash();
    expect(await ecs.describe(task.taskArn)).toMatchObject({
      lastStatus: "STOPPED",
      stoppedReason: "enough",
      containers: [{ exitCode: 137 }],
    });
    expect(runner.started).toEqual([]);
  });

  it("keeps a stopped task unchanged, and sends an undelivered event again", async () => {
    const full: string[] = [];
    const onEvent = ({ detail }: EventBridgeEvent) => {
      if (detail.lastStatus === "STOPPED") throw new Error("the bus is gone");
    };
    crash({ onEvent, onError: (error) => void full.push((error as Error).message) });
    const task = await ecs.runTask(request);
    await runner.running(task);
    runner.end(task.taskArn, 0);
    const stopped = await ecs.waitStopped(task.taskArn, never);
    expect(full).toEqual(["the bus is gone"]);
    crash();
    expect(statuses()).toEqual(["STOPPED"]);
    const [again] = events;
    expect(await ecs.describe(task.taskArn)).toEqual(stopped);
    expect(runner.started).toEqual([]);
    crash();
    expect(events).toEqual([]);
    expect(again!.id).toMatch(/^[0-9a-f]{64}$/);
  });

  it("forgets stopped tasks after an hour", async () => {
    let clock = 1_000_000;
    crash({ now: () => clock });
    const task = await ecs.runTask(request);
    await runner.running(task);
    runner.end(task.taskArn, 0);
    await ecs.waitStopped(task.taskArn, never);
    clock += 3_600_000;
    crash({ now: () => clock });
    expect((await ecs.describe(task.taskArn)).lastStatus).toBe("STOPPED");
    clock += 1;
    crash({ now: () => clock });
    await expect(ecs.describe(task.taskArn)).rejects.toMatchObject({ code: "InvalidParameterException" });
  });

  it("keeps a stopped task whose event was not delivered", async () => {
    let clock = 1_000_000;
    const now = () => clock;
    const onEvent = () => {
      throw new Error("the bus is gone");
    };
    crash({ now, onEvent, onError: () => {} });
    const task = await ecs.runTask(request);
    await runner.running(task);
    runner.end(task.taskArn, 0);
    await ecs.waitStopped(task.taskArn, never);
    clock += 7_200_000;
    crash({ now });
    expect(statuses()).toEqual(["STOPPED"]);
  });
});

describe("a request to ECS", () => {
  it.each([
    ["count", { count: 2 }, "only one task at a time"],
    ["placementStrategy", { placementStrategy: [] }, "placementStrategy"],
    ["a role", { overrides: { taskRoleArn: "arn:aws:iam::1:role/x" } }, "taskRoleArn"],
    ["EC2", { launchType: "EC2" }, "launchType"],
    ["ECS Exec", { enableExecuteCommand: true }, "enableExecuteCommand"],
  ])("with an option that has no effect here is refused with its name: %s", async (_name, rest, message) => {
    await expect(ecs.runTask({ ...request, ...rest })).rejects.toMatchObject({
      code: "InvalidParameterException",
      message: expect.stringContaining(message),
    });
    expect(events).toEqual([]);
  });

  it("may name the definition by its revision or ARN, and no other revision", async () => {
    for (const taskDefinition of [
      "builder:3",
      "arn:aws:ecs:us-east-1:000000000000:task-definition/builder:3",
    ])
      expect(await ecs.runTask({ ...request, taskDefinition })).toMatchObject({ lastStatus: "PROVISIONING" });
    for (const taskDefinition of ["builder:2", "other", "toString"])
      await expect(ecs.runTask({ ...request, taskDefinition })).rejects.toMatchObject({
        code: "ClientException",
      });
  });
});

describe("closing the local ECS", () => {
  it("ends the processes of tasks without ending the tasks", async () => {
    const task = await ecs.runTask(request);
    const running = await runner.running(task);
    await ecs.close();
    expect([running.signal.aborted, running.kill.aborted]).toEqual([true, true]);
    crash();
    expect(await ecs.describe(task.taskArn)).toMatchObject({
      lastStatus: "RUNNING",
      desiredStatus: "RUNNING",
    });
    expect((await runner.running(task)).taskArn).toBe(task.taskArn);
  });
});

describe("a task definition", () => {
  const withSize =
    (cpu: number, memory: number, container = {}) =>
    () => {
      const { builder } = definitions;
      const taskDefinitions = {
        builder: { ...builder!, cpu, memory, container: { ...builder!.container, ...container } },
      };
      openEcs(place.dir, runner.start, { taskDefinitions });
    };

  it.each([
    [512, 512],
    [512, 8192],
    [300, 1024],
    [1024, 2500],
  ])("of a size that Fargate does not have is refused: %d and %d", (cpu, memory) => {
    expect(withSize(cpu, memory)).toThrow("No Fargate configuration exists for given values");
  });

  it("whose container requests more than the task has is refused", () => {
    expect(withSize(512, 1024, { memory: 2048 })).toThrow("more memory than the task has");
    expect(withSize(512, 1024, { stopTimeout: 121 })).toThrow("stopTimeout is at most 120 s");
  });
});
