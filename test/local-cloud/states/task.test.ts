import { describe, expect, it } from "@jest/globals";
import { invoke, machine } from "#test/support/asl.ts";
import { runMachine } from "#test/support/machine.ts";
import { silent, takes, taskError } from "#test/support/scripted-tasks.ts";

const single = (fields: object, others: Record<string, object> = {}) =>
  machine({ A: invoke("f", { End: true, ...fields }), ...others });
const failing = (name: string) => () => {
  throw taskError(name, "it broke");
};

describe("a Lambda task", () => {
  it("returns Payload, StatusCode and ExecutedVersion", async () => {
    const definition = single({ Output: "{% $states.result %}" });
    const run = await runMachine(definition, { input: { n: 2 }, tasks: { f: ({ n }) => n * 2 } });
    expect(run.output).toEqual({ Payload: 4, StatusCode: 200, ExecutedVersion: "$LATEST" });
  });

  it("finds its function by name, by ARN, and by an ARN as Resource", async () => {
    const arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
    const byArn = single({ Arguments: { FunctionName: arn, Payload: 1 } });
    const direct = machine({ A: { Type: "Task", Resource: arn, Arguments: 1, End: true } });
    for (const definition of [byArn, direct])
      expect(await runMachine(definition, { tasks: { f: (n) => n + 1 } })).toMatchObject({ output: 2 });
  });

  it("fails with the function's errorType and its error as the cause", async () => {
    const run = await runMachine(single({}), { tasks: { f: failing("PolicyDenied") } });
    expect(run).toMatchObject({ status: "FAILED", error: "PolicyDenied" });
    expect(JSON.parse(run.cause!)).toEqual({ errorType: "PolicyDenied", errorMessage: "it broke" });
  });

  it("fails uncatchably for arguments that are invalid only at run time", async () => {
    const definition = single(
      {
        Arguments: "{% {'FunctionName': 'f', 'Qualifier': 'x'} %}",
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "B" }],
      },
      { B: { Type: "Succeed" } },
    );
    expect(await runMachine(definition)).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  });
});

describe("the retries of a task", () => {
  it("increase their delay by the rate up to the longest one, and end after MaxAttempts", async () => {
    const Retry = [
      { ErrorEquals: ["E"], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 20 },
    ];
    const seen: number[] = [];
    const tasks = {
      f: (_: unknown, { retryCount }: { retryCount: number }) => {
        seen.push(retryCount);
        throw taskError("E");
      },
    };
    const run = await runMachine(single({ Retry }), { tasks });
    expect(run).toMatchObject({ status: "FAILED", error: "E", seconds: 2 + 6 + 18 + 20 });
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });

  it("count attempts per retrier, as in AWS's own example", async () => {
    const Retry = [
      { ErrorEquals: ["ErrorA", "ErrorB"], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
      { ErrorEquals: ["ErrorC"], IntervalSeconds: 5 },
    ];
    const errors = ["ErrorA", "ErrorB", "ErrorC", "ErrorB"];
    const definition = single(
      { Retry, Catch: [{ ErrorEquals: ["States.ALL"], Next: "Z" }] },
      { Z: { Type: "Succeed" } },
    );
    const run = await runMachine(definition, {
      tasks: { f: (_, { retryCount }) => failing(errors[retryCount]!)() },
    });
    expect(run).toMatchObject({ status: "SUCCEEDED", path: ["A", "Z"], seconds: 1 + 2 + 5 });
  });

  it("vary their delays with full jitter and provide the count in the context", async () => {
    const Retry = [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 10, JitterStrategy: "FULL" }];
    const Arguments = { FunctionName: "f", Payload: "{% $states.context.State.RetryCount %}" };
    const tasks = { f: (count: number) => (count < 1 ? failing("E")() : count) };
    const run = await runMachine(single({ Retry, Arguments }), { tasks, random: () => 0.25 });
    expect(run).toMatchObject({ output: 1, seconds: 2.5 });
  });

  it("apply too when only the Output could not be evaluated", async () => {
    const Retry = [{ ErrorEquals: ["States.QueryEvaluationError"], IntervalSeconds: 1 }];
    const definition = single({ Retry, Output: "{% $states.result.Payload.v %}" });
    const tasks = { f: (_: unknown, call: { retryCount: number }) => (call.retryCount ? { v: 1 } : {}) };
    expect(await runMachine(definition, { tasks })).toMatchObject({ output: 1, seconds: 1 });
  });
});

describe("the catchers of a task", () => {
  const B = { Type: "Succeed", Output: { input: "{% $states.input %}", seen: "{% $seen %}" } };

  it("pass the error to Assign and Output of the first one that matches", async () => {
    const Catch = [
      { ErrorEquals: ["Other"], Next: "C" },
      {
        ErrorEquals: ["E"],
        Assign: { seen: "{% $states.errorOutput.Error %}" },
        Output: { cause: "{% $states.errorOutput.Cause %}", was: "{% $states.input.n %}" },
        Next: "B",
      },
    ];
    const definition = single({ Catch }, { B, C: { Type: "Fail" } });
    const run = await runMachine(definition, { input: { n: 1 }, tasks: { f: failing("E") } });
    expect(run.output).toEqual({
      input: { cause: expect.stringContaining("it broke"), was: 1 },
      seen: "E",
    });
  });

  it("pass the error output on without an Output", async () => {
    const Catch = [{ ErrorEquals: ["States.ALL"], Next: "B" }];
    const run = await runMachine(single({ Catch }, { B: { Type: "Succeed" } }), {
      tasks: { f: failing("E") },
    });
    expect(run.output).toEqual({ Error: "E", Cause: expect.any(String) });
  });
});

describe("the timeouts of a task", () => {
  const later = (seconds: number) => ({ f: () => takes(seconds, () => "late") });

  it("end it after TimeoutSeconds", async () => {
    expect(await runMachine(single({ TimeoutSeconds: 10 }), { tasks: later(11) })).toMatchObject({
      error: "States.Timeout",
      seconds: 10,
    });
    expect((await runMachine(single({ TimeoutSeconds: 10 }), { tasks: later(9) })).output).toBe("late");
  });

  it("may be JSONata expressions", async () => {
    const definition = single({ TimeoutSeconds: "{% $states.input.limit %}" });
    const run = await runMachine(definition, { input: { limit: 7 }, tasks: later(11) });
    expect(run).toMatchObject({ error: "States.Timeout", seconds: 7 });
  });

  it("start again with each attempt", async () => {
    const Retry = [{ ErrorEquals: ["States.Timeout"], IntervalSeconds: 1, MaxAttempts: 1 }];
    const run = await runMachine(single({ TimeoutSeconds: 10, Retry }), { tasks: { f: () => silent } });
    expect(run).toMatchObject({ error: "States.Timeout", seconds: 21 });
  });

  it("end it after a missing heartbeat, as States.HeartbeatTimeout", async () => {
    const definition = single({
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      HeartbeatSeconds: 5,
      TimeoutSeconds: 60,
    });
    const run = await runMachine(definition, { tasks: { f: () => silent } });
    expect(run).toMatchObject({ error: "States.HeartbeatTimeout", seconds: 5 });
  });
});

describe("a task token", () => {
  const Resource = "arn:aws:states:::lambda:invoke.waitForTaskToken";
  const Arguments = { FunctionName: "f", Payload: { token: "{% $states.context.Task.Token %}" } };
  const waiting = (fields = {}) => single({ Resource, Arguments, Output: "{% $states.result %}", ...fields });

  it("accepts the answer of whoever holds it", async () => {
    const tasks = { f: ({ token }: { token: string }) => takes(3600, () => ({ got: token })) };
    const run = await runMachine(waiting(), { tasks });
    expect(run).toMatchObject({ output: { got: "token/0/a0" }, seconds: 3600 });
  });

  it("accepts failures, and a retry gets a new token", async () => {
    const tokens: string[] = [];
    const tasks = {
      f: ({ token }: { token: string }) => {
        tokens.push(token);
        throw taskError("Rejected");
      },
    };
    const Retry = [{ ErrorEquals: ["Rejected"], MaxAttempts: 1 }];
    expect(await runMachine(waiting({ Retry }), { tasks })).toMatchObject({ error: "Rejected" });
    expect(tokens).toEqual(["token/0/a0", "token/0/a1"]);
  });
});

describe("an ECS task of a state machine", () => {
  const run = (pattern: string, fields = {}) =>
    machine({
      Job: {
        Type: "Task",
        Resource: `arn:aws:states:::ecs:runTask${pattern}`,
        Arguments: {
          Cluster: "c",
          TaskDefinition: "builder:1",
          LaunchType: "FARGATE",
          NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ["s"] } },
          Overrides: {
            ContainerOverrides: [
              { Name: "main", Environment: [{ Name: "URL", Value: "{% $states.input.url %}" }] },
            ],
          },
        },
        End: true,
        ...fields,
      },
    });

  it("calls ECS in its own camelCase, with a client token", async () => {
    let request: any;
    const tasks = {
      Job: (given: any) => {
        request = given;
      },
    };
    await runMachine(run(".sync"), { input: { url: "http://x" }, tasks });
    expect(request).toMatchObject({
      cluster: "c",
      taskDefinition: "builder:1",
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: ["s"] } },
      overrides: {
        containerOverrides: [{ name: "main", environment: [{ name: "URL", value: "http://x" }] }],
      },
      clientToken: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("with .sync ends with the stopped task", async () => {
    const definition = run(".sync", { Output: "{% $states.result.Containers[0].ExitCode %}" });
    const tasks = { Job: () => takes(100, () => ({})) };
    expect(await runMachine(definition, { input: { url: "u" }, tasks })).toMatchObject({
      output: 0,
      seconds: 100,
    });
  });

  it("with .sync fails with States.TaskFailed and the task as the cause", async () => {
    const result = await runMachine(run(".sync"), { input: { url: "u" }, tasks: { Job: failing("x") } });
    expect(result.error).toBe("States.TaskFailed");
    expect(JSON.parse(result.cause!)).toMatchObject({
      StoppedReason: "it broke",
      Containers: [{ ExitCode: 1 }],
    });
  });

  it("without a suffix continues at once", async () => {
    const definition = run("", { Output: "{% $states.result.Tasks[0].LastStatus %}" });
    expect(await runMachine(definition, { input: { url: "u" }, tasks: { Job: () => silent } })).toMatchObject(
      {
        output: "PROVISIONING",
        seconds: 0,
      },
    );
  });
});
