import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  InvalidToken,
  ListExecutionsCommand,
  type SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createWorkflows } from "#adapters/step-functions/workflows.ts";
import type { Start, Workflows } from "#core/workflows/workflows.ts";
import { createStates } from "#local-cloud/states/states.ts";
import { clientsAt, intercept } from "#test/adapters/aws.ts";
import { type Target, target } from "#test/cloud/target.ts";
import { invoke, machine } from "#test/support/asl.ts";

const tokens: string[] = [];
const waiting = machine({
  Build: invoke("build", {
    Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
    Arguments: { FunctionName: "build", Payload: { token: "{% $states.context.Task.Token %}" } },
    Output: "{% $states.result %}",
    HeartbeatSeconds: 60,
    End: true,
  }),
});

let cloud: Target;
let client: SFNClient;
let stateMachineArn: string;
let workflows: Workflows;

beforeAll(async () => {
  const lambda = async (_name: string, { token }: { token: string }) => {
    tokens.push(token);
    return { ok: true, payload: null };
  };
  cloud = await target((dir) => createStates({ dir, invoke: { lambda, ecs: {} } as never }));
  client = clientsAt(cloud.endpoint).states;
  const made = await client.send(
    new CreateStateMachineCommand({
      name: "mission",
      roleArn: "arn:aws:iam::000000000000:role/states",
      definition: JSON.stringify(waiting),
    }),
  );
  stateMachineArn = made.stateMachineArn!;
  workflows = createWorkflows({ client, machines: { mission: stateMachineArn, workflow: stateMachineArn } });
});
afterAll(async () => {
  client.destroy();
  await cloud.close();
});

const start = (id: string, input = {}): Start => ({
  execution: { tenant: "tn_1", id },
  machine: "mission",
  input: { mission_id: id, deploy: true, limits: { attempts: 3 }, ...input },
});
const execution = (id: string) =>
  client.send(
    new DescribeExecutionCommand({
      executionArn: `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${id}`,
    }),
  );
const ended = async (id: string) => {
  for (;;) {
    const found = await execution(id);
    if (found.status !== "RUNNING") return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
/** Starts a mission and gives its task's token. */
async function started(id: string): Promise<string> {
  const before = tokens.length;
  await workflows.start(start(id));
  while (tokens.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
  return tokens.at(-1)!;
}

describe("starting an execution", () => {
  it("runs the machine of that name under the execution's id, with its input", async () => {
    await started("m_1");
    expect(JSON.parse((await execution("m_1")).input!)).toEqual(start("m_1").input);
  });

  it("a second time changes nothing, while it runs, after it has ended, and with another input", async () => {
    const token = await started("m_2");
    await workflows.start(start("m_2"));
    await workflows.start(start("m_2", { deploy: false }));
    await workflows.succeed(token, {});
    await ended("m_2");
    await workflows.start(start("m_2"));
    const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn }));
    expect(executions!.filter(({ name }) => name === "m_2")).toHaveLength(1);
    expect(JSON.parse((await execution("m_2")).input!).deploy).toBe(true);
  });

  it("throws when Step Functions refuses it", async () => {
    const nowhere = createWorkflows({
      client,
      machines: { mission: `${stateMachineArn}-none`, workflow: stateMachineArn },
    });
    await expect(nowhere.start(start("m_3"))).rejects.toMatchObject({ name: "StateMachineDoesNotExist" });
  });
});

describe("the state machines", () => {
  it("are ready when all of them exist", async () => {
    await expect(workflows.ready()).resolves.toBeUndefined();
    const nowhere = createWorkflows({
      client,
      machines: { mission: `${stateMachineArn}-none`, workflow: stateMachineArn },
    });
    await expect(nowhere.ready()).rejects.toMatchObject({ name: "StateMachineDoesNotExist" });
  });
});

describe("a task token", () => {
  it("ends its task with an output", async () => {
    const token = await started("m_4");
    await workflows.heartbeat(token);
    await workflows.succeed(token, { passed: true });
    expect(await ended("m_4")).toMatchObject({ status: "SUCCEEDED", output: '{"passed":true}' });
  });

  it("ends its task with an error, shortened to the limits of the service", async () => {
    const token = await started("m_5");
    await workflows.fail(token, "E".repeat(300), "because ".repeat(5000));
    const { status, error, cause } = await ended("m_5");
    expect([status, error!.length, cause!.length]).toEqual(["FAILED", 256, 32_768]);
  });

  it("that has expired or never existed is ignored", async () => {
    const token = await started("m_6");
    await workflows.succeed(token, { first: true });
    await ended("m_6");
    for (const gone of [token, "AAAAKgAAAAIAAAAAAAAAAQ", "x"]) {
      await workflows.succeed(gone, { first: false });
      await workflows.fail(gone, "Late", "too late");
      await workflows.heartbeat(gone);
    }
    expect((await ended("m_6")).output).toBe('{"first":true}');
  });

  it.each([TaskDoesNotExist, TaskTimedOut, InvalidToken])(
    "is treated as expired after the error %p",
    async (Gone) => {
      const late = clientsAt(cloud.endpoint).states;
      let requests = 0;
      intercept(late, () => {
        requests += 1;
        return Promise.reject(new Gone({ message: "gone", $metadata: {} }));
      });
      const { succeed, fail, heartbeat } = createWorkflows({
        client: late,
        machines: { mission: stateMachineArn, workflow: stateMachineArn },
      });
      await Promise.all([succeed("t", {}), fail("t", "E", "c"), heartbeat("t")]);
      expect(requests).toBe(3);
    },
  );

  it("throws for any other failure", async () => {
    const token = await started("m_7");
    await expect(workflows.succeed(token, "x".repeat(300_000))).rejects.toMatchObject({
      name: "ValidationException",
    });
    const closed = clientsAt("http://127.0.0.1:1").states;
    await expect(
      createWorkflows({ client: closed, machines: { mission: "m", workflow: "w" } }).heartbeat(token),
    ).rejects.toThrow("ECONNREFUSED");
    expect((await execution("m_7")).status).toBe("RUNNING");
  });
});
