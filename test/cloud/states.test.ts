import { randomUUID } from "node:crypto";
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  ListTagsForResourceCommand,
  RedriveExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TagResourceCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { TaskInvoker } from "#local-cloud/states/invoker.ts";
import type { Json } from "#local-cloud/states/json.ts";
import { createStates } from "#local-cloud/states/states.ts";
import type { EventBridgeEvent } from "#local-cloud/states/status-event.ts";
import { credentials, region, type Target, target } from "#test/cloud/target.ts";
import { invoke, machine } from "#test/support/asl.ts";

const roleArn = process.env.CLOUD_STATES_ROLE ?? "arn:aws:iam::000000000000:role/states";
/** The list's functions exist only in our own instance; against a given endpoint their part is left out. */
const functions = !process.env.CLOUD_ENDPOINT;
if (!functions)
  console.log("left out, they need functions: tasks, task tokens, redrive of a task, status events");

const handlers: Record<string, (payload: any) => Json> = {
  double: ({ n }) => n * 2,
  broken: () => {
    throw Object.assign(new Error("it broke"), { name: "Broken" });
  },
};
const payloads: { name: string; payload: any }[] = [];
const events: EventBridgeEvent[] = [];
const invoker: TaskInvoker = {
  async lambda(name, payload) {
    payloads.push({ name, payload });
    try {
      return { ok: true, payload: handlers[name]?.(payload) ?? null };
    } catch (error) {
      const { name: errorType, message: errorMessage } = error as Error;
      return { ok: false, error: { errorType, errorMessage } };
    }
  },
  ecs: {
    runTask: async () => ({ taskArn: "arn:aws:ecs:us-east-1:000000000000:task/1" }),
    waitStopped: async (taskArn) => ({ taskArn, containers: [{ exitCode: 0 }] }),
    stopTask: async () => {},
  },
};

let service: Target;
let client: SFNClient;
beforeAll(async () => {
  service = await target((dir) =>
    createStates({ dir, invoke: invoker, onEvent: (event) => events.push(event) }),
  );
  client = new SFNClient({ endpoint: service.endpoint, region, credentials });
});
afterAll(async () => {
  client.destroy();
  await service.close();
});

const create = async (definition: object, name = `m-${randomUUID()}`) => {
  const command = new CreateStateMachineCommand({ name, roleArn, definition: JSON.stringify(definition) });
  return (await client.send(command)).stateMachineArn!;
};
const start = async (stateMachineArn: string, input?: unknown, name?: string) => {
  const given = {
    ...(input === undefined ? {} : { input: JSON.stringify(input) }),
    ...(name ? { name } : {}),
  };
  return (await client.send(new StartExecutionCommand({ stateMachineArn, ...given }))).executionArn!;
};
const describeOf = (executionArn: string) => client.send(new DescribeExecutionCommand({ executionArn }));
const historyOf = async (executionArn: string) =>
  (await client.send(new GetExecutionHistoryCommand({ executionArn }))).events!;

const ended = async (executionArn: string) => {
  for (;;) {
    const found = await describeOf(executionArn);
    if (found.status !== "RUNNING") return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
const payloadOf = async (name: string) => {
  for (;;) {
    const index = payloads.findIndex((one) => one.name === name);
    if (index >= 0) return payloads.splice(index, 1)[0]!.payload;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const PASS = machine({ A: { Type: "Pass", Output: { n: "{% $states.input.n + 1 %}" }, End: true } });
const WAIT = machine({ W: { Type: "Wait", Seconds: 3600, End: true } });
const CALLBACK = machine({
  T: {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
    Arguments: {
      FunctionName: "{% $states.context.Execution.Input.f %}",
      Payload: { token: "{% $states.context.Task.Token %}" },
    },
    HeartbeatSeconds: 600,
    TimeoutSeconds: 3600,
    End: true,
  },
});

describe("state machines", () => {
  it("are created, described, listed, updated and deleted", async () => {
    const name = `m-${randomUUID()}`;
    const stateMachineArn = await create(PASS, name);
    expect(stateMachineArn).toMatch(new RegExp(`^arn:aws:states:[^:]+:\\d{12}:stateMachine:${name}$`));
    const described = await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(described).toMatchObject({
      name,
      roleArn,
      status: "ACTIVE",
      type: "STANDARD",
      definition: JSON.stringify(PASS),
    });
    expect(described.creationDate).toBeInstanceOf(Date);
    const list = await client.send(new ListStateMachinesCommand({ maxResults: 1000 }));
    expect(list.stateMachines).toContainEqual(
      expect.objectContaining({ stateMachineArn, name, type: "STANDARD" }),
    );
    const update = new UpdateStateMachineCommand({ stateMachineArn, definition: JSON.stringify(WAIT) });
    expect((await client.send(update)).updateDate).toBeInstanceOf(Date);
    await client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    if (functions)
      await expect(client.send(new DescribeStateMachineCommand({ stateMachineArn }))).rejects.toMatchObject({
        name: "StateMachineDoesNotExist",
      });
  });

  it("can be created again when unchanged, and are not changed by it", async () => {
    const name = `m-${randomUUID()}`;
    const arn = await create(PASS, name);
    expect(await create(PASS, name)).toBe(arn);
    await expect(create(WAIT, name)).rejects.toMatchObject({ name: "StateMachineAlreadyExists" });
  });

  it("with an error are refused as InvalidDefinition with its place", async () => {
    const bad = machine({ A: { Type: "Pass", Next: "Nowhere" } });
    await expect(create(bad)).rejects.toMatchObject({
      name: "InvalidDefinition",
      message: expect.stringContaining("/States/A/Next"),
    });
    const validate = new ValidateStateMachineDefinitionCommand({ definition: JSON.stringify(bad) });
    const { result, diagnostics } = await client.send(validate);
    expect(result).toBe("FAIL");
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        severity: "ERROR",
        code: "MISSING_TRANSITION_TARGET",
        location: "/States/A/Next",
      }),
    );
    const good = new ValidateStateMachineDefinitionCommand({ definition: JSON.stringify(PASS) });
    expect(await client.send(good)).toMatchObject({ result: "OK", diagnostics: [] });
  });

  it("that do not exist are distinguished from invalid ARNs", async () => {
    const missing = (await create(PASS)).concat("-missing");
    await expect(start(missing)).rejects.toMatchObject({ name: "StateMachineDoesNotExist" });
    await expect(start("nonsense")).rejects.toMatchObject({ name: "InvalidArn" });
  });

  it("have tags", async () => {
    const resourceArn = await create(PASS);
    await client.send(new TagResourceCommand({ resourceArn, tags: [{ key: "a", value: "1" }] }));
    const { tags } = await client.send(new ListTagsForResourceCommand({ resourceArn }));
    expect(tags).toEqual([{ key: "a", value: "1" }]);
  });
});

describe("executions", () => {
  it("run to an output and can be described", async () => {
    const stateMachineArn = await create(PASS);
    const executionArn = await start(stateMachineArn, { n: 1 }, "first");
    expect(executionArn).toBe(`${stateMachineArn.replace(":stateMachine:", ":execution:")}:first`);
    expect(await ended(executionArn)).toMatchObject({
      status: "SUCCEEDED",
      name: "first",
      stateMachineArn,
      input: '{"n":1}',
      output: '{"n":2}',
      startDate: expect.any(Date),
      stopDate: expect.any(Date),
      redriveStatus: "NOT_REDRIVABLE",
    });
  });

  it("have unique names: the same start again returns the same execution only while it runs", async () => {
    const arn = await create(WAIT);
    const first = await start(arn, { a: 1 }, "one");
    expect(await start(arn, { a: 1 }, "one")).toBe(first);
    await expect(start(arn, { a: 2 }, "one")).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
    await client.send(new StopExecutionCommand({ executionArn: first }));
    await expect(start(arn, { a: 1 }, "one")).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  });

  it("refuse input that is not JSON, and names with spaces", async () => {
    const stateMachineArn = await create(PASS);
    await expect(
      client.send(new StartExecutionCommand({ stateMachineArn, input: "{" })),
    ).rejects.toMatchObject({
      name: "InvalidExecutionInput",
    });
    await expect(start(stateMachineArn, {}, "a b")).rejects.toMatchObject({ name: "InvalidName" });
  });

  it("can be stopped once", async () => {
    const executionArn = await start(await create(WAIT));
    const stop = new StopExecutionCommand({ executionArn, error: "Enough", cause: "changed my mind" });
    const { stopDate } = await client.send(stop);
    expect(await describeOf(executionArn)).toMatchObject({
      status: "ABORTED",
      error: "Enough",
      cause: "changed my mind",
    });
    expect((await client.send(new StopExecutionCommand({ executionArn }))).stopDate).toEqual(stopDate);
    expect((await historyOf(executionArn)).at(-1)).toMatchObject({
      type: "ExecutionAborted",
      executionAbortedEventDetails: { error: "Enough", cause: "changed my mind" },
    });
  });

  it("keep the definition they were started with", async () => {
    const stateMachineArn = await create(WAIT);
    const executionArn = await start(stateMachineArn);
    await client.send(new UpdateStateMachineCommand({ stateMachineArn, definition: JSON.stringify(PASS) }));
    const described = await client.send(new DescribeStateMachineForExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ definition: JSON.stringify(WAIT), stateMachineArn });
    await client.send(new StopExecutionCommand({ executionArn }));
  });

  it("are listed newest first, by status, in pages that a later start does not shift", async () => {
    const stateMachineArn = await create(PASS);
    const arns: string[] = [];
    for (let n = 0; n < 5; n++) {
      arns.push(await start(stateMachineArn, { n }, `e${n}`));
      await ended(arns.at(-1)!);
    }
    const list = async (nextToken?: string) =>
      client.send(
        new ListExecutionsCommand({
          stateMachineArn,
          statusFilter: "SUCCEEDED",
          maxResults: 2,
          ...(nextToken ? { nextToken } : {}),
        }),
      );
    const first = await list();
    await ended(await start(stateMachineArn, { n: 9 }, "e9"));
    const second = await list(first.nextToken);
    const third = await list(second.nextToken);
    expect([first, second, third].flatMap(({ executions }) => executions!.map(({ name }) => name))).toEqual([
      "e4",
      "e3",
      "e2",
      "e1",
      "e0",
    ]);
    expect(third.nextToken).toBeUndefined();
    const running = await client.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: "RUNNING" }),
    );
    expect(running.executions).toEqual([]);
  });

  it("that do not exist are reported", async () => {
    const arn = (await create(PASS)).replace(":stateMachine:", ":execution:");
    await expect(describeOf(`${arn}:none`)).rejects.toMatchObject({ name: "ExecutionDoesNotExist" });
  });
});

describe("the history of an execution", () => {
  it("contains AWS's events for every state", async () => {
    const executionArn = await start(await create(PASS), { n: 1 });
    await ended(executionArn);
    const [started, entered, exited, succeeded] = await historyOf(executionArn);
    expect(started).toMatchObject({
      id: 1,
      previousEventId: 0,
      type: "ExecutionStarted",
      executionStartedEventDetails: { input: '{"n":1}', roleArn },
    });
    expect(entered).toMatchObject({
      id: 2,
      previousEventId: 0,
      type: "PassStateEntered",
      stateEnteredEventDetails: { name: "A", input: '{"n":1}' },
      timestamp: expect.any(Date),
    });
    expect(exited).toMatchObject({
      id: 3,
      previousEventId: 2,
      type: "PassStateExited",
      stateExitedEventDetails: { name: "A", output: '{"n":2}' },
    });
    expect(succeeded).toMatchObject({
      id: 4,
      previousEventId: 3,
      type: "ExecutionSucceeded",
      executionSucceededEventDetails: { output: '{"n":2}' },
    });
  });

  it("can be read backward, in pages, and without data", async () => {
    const executionArn = await start(await create(PASS), { n: 1 });
    await ended(executionArn);
    const page = (more: object) =>
      client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 3, ...more }));
    const first = await page({ reverseOrder: true, includeExecutionData: false });
    expect(first.events!.map(({ id }) => id)).toEqual([4, 3, 2]);
    expect(first.events![1]!.stateExitedEventDetails).toEqual({ name: "A" });
    const rest = await page({ reverseOrder: true, nextToken: first.nextToken! });
    expect(rest.events!.map(({ id }) => id)).toEqual([1]);
    expect(rest.nextToken).toBeUndefined();
  });
});

describe("the wire", () => {
  const post = (operation: string, body: object) =>
    fetch(service.endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `AWSStepFunctions.${operation}`,
      },
      body: JSON.stringify(body),
    });
  const ours = functions ? it : it.skip;

  ours("refuses operations and members it does not know", async () => {
    const operation = await post("StartSyncExecution", {});
    expect([operation.status, await operation.json()]).toEqual([
      400,
      { __type: "UnknownOperationException", message: expect.stringContaining("StartSyncExecution") },
    ]);
    const member = await post("ListStateMachines", { maxResult: 1 });
    expect([member.status, await member.json()]).toEqual([
      400,
      { __type: "ValidationException", message: expect.stringContaining("maxResult") },
    ]);
  });
});

(functions ? describe : describe.skip)("tasks", () => {
  it("Lambda tasks invoke functions and record Task events", async () => {
    const executionArn = await start(await create(machine({ T: invoke("double", { End: true }) })), { n: 4 });
    expect(await ended(executionArn)).toMatchObject({ status: "SUCCEEDED", output: "8" });
    const history = await historyOf(executionArn);
    expect(history.map(({ type }) => type)).toEqual([
      "ExecutionStarted",
      "TaskStateEntered",
      "TaskScheduled",
      "TaskStarted",
      "TaskSucceeded",
      "TaskStateExited",
      "ExecutionSucceeded",
    ]);
    expect(history[2]!.taskScheduledEventDetails).toMatchObject({
      resourceType: "lambda",
      resource: "invoke",
      region,
      parameters: JSON.stringify({ FunctionName: "double", Payload: { n: 4 } }),
    });
  });

  it("failing tasks fail the execution with their error, and a redrive continues from there", async () => {
    const definition = machine({ A: invoke("double", { Next: "T" }), T: invoke("broken", { End: true }) });
    const executionArn = await start(await create(definition), { n: 1 });
    expect(await ended(executionArn)).toMatchObject({
      status: "FAILED",
      error: "Broken",
      cause: JSON.stringify({ errorType: "Broken", errorMessage: "it broke" }),
      redriveStatus: "REDRIVABLE",
    });
    payloads.length = 0;
    handlers.broken = () => "mended";
    await client.send(new RedriveExecutionCommand({ executionArn }));
    expect(await ended(executionArn)).toMatchObject({
      status: "SUCCEEDED",
      output: '"mended"',
      redriveCount: 1,
    });
    expect(payloads.map(({ name }) => name)).toEqual(["broken"]);
    expect((await historyOf(executionArn)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(["ExecutionFailed", "ExecutionRedriven", "ExecutionSucceeded"]),
    );
    await expect(client.send(new RedriveExecutionCommand({ executionArn }))).rejects.toMatchObject({
      name: "ExecutionNotRedrivable",
    });
  });

  it("tasks with a token wait for SendTaskSuccess, once", async () => {
    const executionArn = await start(await create(CALLBACK), { f: "keep1" });
    const { token: taskToken } = await payloadOf("keep1");
    await client.send(new SendTaskHeartbeatCommand({ taskToken }));
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"ok":true}' }));
    expect(await ended(executionArn)).toMatchObject({ status: "SUCCEEDED", output: '{"ok":true}' });
    for (const late of [
      new SendTaskSuccessCommand({ taskToken, output: "1" }),
      new SendTaskFailureCommand({ taskToken }),
      new SendTaskHeartbeatCommand({ taskToken }),
    ])
      await expect(client.send(late as SendTaskHeartbeatCommand)).rejects.toMatchObject({
        name: "TaskTimedOut",
      });
    expect((await historyOf(executionArn)).map(({ type }) => type)).toContain("TaskSubmitted");
  });

  it("tasks with a token fail with the error and cause of SendTaskFailure", async () => {
    const executionArn = await start(await create(CALLBACK), { f: "keep2" });
    const { token: taskToken } = await payloadOf("keep2");
    await client.send(new SendTaskFailureCommand({ taskToken, error: "Refused", cause: "policy" }));
    expect(await ended(executionArn)).toMatchObject({ status: "FAILED", error: "Refused", cause: "policy" });
  });

  it("tasks with a token refuse invalid tokens, outputs that are not JSON, and tokens of a stopped execution", async () => {
    const send = (taskToken: string, output = "1") =>
      client.send(new SendTaskSuccessCommand({ taskToken, output }));
    await expect(send("nonsense")).rejects.toMatchObject({ name: "InvalidToken" });
    const executionArn = await start(await create(CALLBACK), { f: "keep3" });
    const { token } = await payloadOf("keep3");
    await expect(send(token, "{")).rejects.toMatchObject({ name: "InvalidOutput" });
    await client.send(new StopExecutionCommand({ executionArn }));
    await expect(send(token)).rejects.toMatchObject({ name: "TaskTimedOut" });
  });

  it("executions send an event with its own id to EventBridge for each change of status", async () => {
    const executionArn = await start(await create(PASS), { n: 1 });
    await ended(executionArn);
    const told = events.filter(({ resources }) => resources.includes(executionArn));
    expect(told.map(({ detail }) => detail.status)).toEqual(["RUNNING", "SUCCEEDED"]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(2);
    expect(told[1]).toMatchObject({
      source: "aws.states",
      "detail-type": "Step Functions Execution Status Change",
      region,
      detail: { executionArn, output: '{"n":2}', stopDate: expect.any(Number), error: null },
    });
  });
});
