import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { invoke, machine } from "#test/support/asl.ts";
import { until } from "#test/support/limits.ts";

const HOUR = 3_600_000;
const DEFINITION = machine({
  First: invoke("first", { Next: "All" }),
  All: {
    Type: "Parallel",
    Branches: [
      machine.chain({
        Ask: {
          Type: "Task",
          Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
          Arguments: { FunctionName: "ask", Payload: "{% $states.context.Task.Token %}" },
          TimeoutSeconds: 7200,
          End: true,
        },
      }),
      machine.chain({
        Job: {
          Type: "Task",
          Resource: "arn:aws:states:::ecs:runTask.sync",
          Arguments: { TaskDefinition: "job" },
          Output: "{% $states.result.Containers.ExitCode %}",
          End: true,
        },
      }),
      machine.chain({ Sleep: { Type: "Wait", Seconds: 3600, Output: "slept", End: true } }),
      machine.chain({
        Each: {
          Type: "Map",
          Items: [1, 2, 3],
          MaxConcurrency: 1,
          ItemProcessor: machine.chain({ Item: invoke("item", { End: true }) }),
          End: true,
        },
      }),
    ],
    End: true,
  },
});

let dir: string;
let child: ChildProcess | undefined;
let client: SFNClient;

/** Starts the process and connects to it. */
async function boot(offset = 0): Promise<void> {
  const script = fileURLToPath(new URL("./crash-server.ts", import.meta.url));
  child = spawn(process.execPath, [script, dir, String(offset)], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise((resolve) =>
    child!.stdout!.once("data", (text) => resolve(String(text).trim())),
  );
  const credentials = { accessKeyId: "a", secretAccessKey: "b" };
  client = new SFNClient({ endpoint: `http://127.0.0.1:${port}`, region: "us-east-1", credentials });
}

async function kill(): Promise<void> {
  const gone = new Promise((resolve) => child!.once("exit", resolve));
  child!.kill("SIGKILL");
  await gone;
  child = undefined;
  client.destroy();
}

const calls = (): unknown[][] => {
  const file = join(dir, "calls");
  return existsSync(file)
    ? readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
};
const callsOf = (name: string) => calls().filter(([called]) => called === name);

/** Starts the machine and returns once every branch is in the middle of its work. */
async function startAndWait(): Promise<{ executionArn: string; taskToken: string }> {
  const definition = JSON.stringify(DEFINITION);
  const create = new CreateStateMachineCommand({ name: "m", roleArn: "r", definition });
  const { stateMachineArn } = await client.send(create);
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input: "0" }));
  await until(() => callsOf("waitStopped")[0]);
  await until(() => callsOf("item")[2]);
  const [, taskToken] = await until(() => callsOf("ask")[0]);
  return { executionArn: executionArn!, taskToken: String(taskToken) };
}

const outputOf = (executionArn: string) =>
  until(async () => (await client.send(new DescribeExecutionCommand({ executionArn }))).output);
const flag = (name: string) => writeFileSync(join(dir, name), "");

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-states-"));
});
afterEach(async () => {
  if (child) await kill();
  rmSync(dir, { recursive: true, force: true });
});

describe("the local Step Functions after kill -9", () => {
  it("keeps tokens valid, finds the job again, continues the wait, and repeats nothing finished", async () => {
    await boot();
    const { executionArn, taskToken } = await startAndWait();
    await kill();
    flag("stopped");
    flag("again");
    await boot(HOUR);
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '"answered"' }));
    expect(JSON.parse(await outputOf(executionArn))).toEqual(["answered", 0, "slept", [1, 2, 3]]);
    expect(callsOf("first")).toHaveLength(1);
    expect(callsOf("ask")).toHaveLength(1);
    expect(callsOf("runTask")).toHaveLength(1);
    expect(callsOf("waitStopped")).toHaveLength(2);
    expect(callsOf("item")).toEqual([1, 2, 3, 3].map((n) => ["item", n]));
    expect(callsOf("stopTask")).toEqual([]);
    const told = callsOf("event");
    expect(told.map(([, , status]) => status)).toEqual(["RUNNING", "SUCCEEDED"]);
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events!.filter(({ type }) => type === "ParallelStateEntered")).toHaveLength(1);
  });

  it("keeps an acknowledged answer", async () => {
    await boot();
    const { executionArn, taskToken } = await startAndWait();
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '"kept"' }));
    await kill();
    flag("stopped");
    flag("again");
    await boot(HOUR);
    expect(JSON.parse(await outputOf(executionArn))[0]).toBe("kept");
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: "1" }))).rejects.toMatchObject({
      name: "TaskTimedOut",
    });
  });

  it("ends a task whose timeout passed while the process was down", async () => {
    await boot();
    const { executionArn } = await startAndWait();
    await kill();
    await boot(3 * HOUR);
    const ended = await until(async () => {
      const found = await client.send(new DescribeExecutionCommand({ executionArn }));
      return found.status === "RUNNING" ? undefined : found;
    });
    expect(ended).toMatchObject({ status: "FAILED", error: "States.Timeout" });
    await until(() => callsOf("stopTask")[0]);
  });
});

describe("an error that could end the process", () => {
  it("fails the execution whose expression never ends, and the others continue", async () => {
    await boot();
    const run = async (name: string, expression: string) => {
      const definition = machine({ Only: { Type: "Pass", Output: `{% ${expression} %}`, End: true } });
      const create = { name, roleArn: "r", definition: JSON.stringify(definition) };
      const { stateMachineArn } = await client.send(new CreateStateMachineCommand(create));
      return (await client.send(new StartExecutionCommand({ stateMachineArn }))).executionArn!;
    };
    const endless = await run("endless", "($f := function($n) { $f($n + 1) }; $f(0))");
    expect(await outputOf(await run("fine", "1 + 1"))).toBe("2");
    const { status, error, cause } = await client.send(
      new DescribeExecutionCommand({ executionArn: endless }),
    );
    expect({ status, error }).toEqual({ status: "FAILED", error: "States.QueryEvaluationError" });
    expect(cause).toContain("steps");
  });

  it("fails an execution whose resumption ended the process twice, and the start succeeds", async () => {
    await boot();
    const { executionArn } = await startAndWait();
    await kill();
    const marker = (deaths: number) =>
      writeFileSync(join(dir, "resuming.json"), JSON.stringify({ arn: executionArn, deaths }));
    const statusOf = async () => (await client.send(new DescribeExecutionCommand({ executionArn }))).status;

    marker(1);
    await boot();
    expect(await statusOf()).toBe("RUNNING");
    expect(existsSync(join(dir, "resuming.json"))).toBe(false);
    await kill();

    marker(2);
    await boot();
    expect(await statusOf()).toBe("FAILED");
    expect(existsSync(join(dir, "resuming.json"))).toBe(false);
    expect(callsOf("event").at(-1)?.[2]).toBe("FAILED");
  });
});
