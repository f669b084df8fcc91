import {
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RunTaskCommand,
  type RunTaskCommandInput,
  StopTaskCommand,
  waitUntilTasksStopped,
} from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createEcs } from "#local-cloud/ecs/ecs.ts";
import { credentials, has, region, type Target, target } from "./target.ts";

/**
 * ECS on Fargate as AWS documents it. Against another endpoint set CLOUD_ENDPOINT, CLOUD_CLUSTER,
 * CLOUD_TASK_DEFINITION (a container `builder` that exits with 0 by itself) and CLOUD_SUBNET.
 */
const cluster = process.env.CLOUD_CLUSTER ?? "gantry";
const taskDefinition = process.env.CLOUD_TASK_DEFINITION ?? "builder";
const subnets = [process.env.CLOUD_SUBNET ?? "subnet-0123456789abcdef0"];
const input: RunTaskCommandInput = {
  cluster,
  taskDefinition,
  launchType: "FARGATE",
  networkConfiguration: { awsvpcConfiguration: { subnets } },
};

let world: Target;
let client: ECSClient;
beforeAll(async () => {
  world = await target((dir) =>
    createEcs({
      dir,
      cluster,
      taskDefinitions: {
        [taskDefinition]: { revision: 1, cpu: 512, memory: 1024, container: { name: "builder", image: "i" } },
      },
      // Runs until it is stopped when asked to, as `sleep` would.
      start: ({ environment, signal }) =>
        environment.SLEEP
          ? new Promise((resolve) => signal.addEventListener("abort", () => resolve({ exitCode: 143 })))
          : Promise.resolve({ exitCode: 0 }),
    }),
  );
  client = new ECSClient({ endpoint: world.endpoint, region, credentials, maxAttempts: 1 });
});
afterAll(async () => {
  client.destroy();
  await world.close();
});

const sleeping = {
  overrides: { containerOverrides: [{ name: "builder", environment: [{ name: "SLEEP", value: "1" }] }] },
};
const run = async (rest: Partial<RunTaskCommandInput> = {}) => {
  const { tasks, failures } = await client.send(new RunTaskCommand({ ...input, ...rest }));
  expect(failures).toEqual([]);
  return tasks![0]!;
};
const stopped = (taskArn: string) =>
  waitUntilTasksStopped(
    { client, maxWaitTime: 300, minDelay: 1, maxDelay: 1 },
    { cluster, tasks: [taskArn] },
  );
const described = async (task: string, include?: "TAGS"[]) =>
  client.send(new DescribeTasksCommand({ cluster, tasks: [task], ...(include && { include }) }));

const given = has("CLOUD_TASK_DEFINITION", "ECS") ? describe : describe.skip;

given("ECS", () => {
  it("RunTask runs a task until it exits", async () => {
    const task = await run({ startedBy: "conformance", tags: [{ key: "mission", value: "m_1" }] });
    expect(task.taskArn).toMatch(new RegExp(`^arn:aws:ecs:[a-z0-9-]+:\\d{12}:task/${cluster}/[0-9a-f]{32}$`));
    expect(task).toMatchObject({ desiredStatus: "RUNNING", launchType: "FARGATE", startedBy: "conformance" });
    await stopped(task.taskArn!);
    const found = (await described(task.taskArn!)).tasks![0]!;
    expect(found).toMatchObject({
      lastStatus: "STOPPED",
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
    });
    expect(found.containers![0]).toMatchObject({ name: "builder", exitCode: 0, lastStatus: "STOPPED" });
    expect(found.stoppedAt!.getTime()).toBeGreaterThanOrEqual(found.createdAt!.getTime());
    expect(found.tags ?? []).toEqual([]);
    expect((await described(task.taskArn!, ["TAGS"])).tasks![0]!.tags).toEqual([
      { key: "mission", value: "m_1" },
    ]);
  });

  it("RunTask starts one task for one clientToken", async () => {
    const clientToken = `token-${process.pid}-${process.hrtime.bigint()}`;
    const first = await run({ clientToken });
    expect((await run({ clientToken })).taskArn).toBe(first.taskArn);
    await expect(run({ clientToken, startedBy: "other" })).rejects.toMatchObject({
      name: "ConflictException",
      resourceIds: [first.taskArn],
    });
  });

  it("StopTask stops a running task with the given reason", async () => {
    const task = await run(sleeping);
    const answer = await client.send(
      new StopTaskCommand({ cluster, task: task.taskArn!, reason: "no longer needed" }),
    );
    expect(answer.task).toMatchObject({ desiredStatus: "STOPPED", stopCode: "UserInitiated" });
    await stopped(task.taskArn!);
    expect((await described(task.taskArn!)).tasks![0]).toMatchObject({
      lastStatus: "STOPPED",
      stoppedReason: "no longer needed",
    });
  });

  it("ListTasks lists tasks by desired status and by startedBy, in pages", async () => {
    const startedBy = `list-${process.pid}`;
    const arns = [await run({ startedBy, ...sleeping }), await run({ startedBy, ...sleeping })].map(
      (t) => t.taskArn!,
    );
    const page = (nextToken?: string) =>
      client.send(
        new ListTasksCommand({ cluster, startedBy, maxResults: 1, ...(nextToken && { nextToken }) }),
      );
    const first = await page();
    const second = await page(first.nextToken);
    expect([...first.taskArns!, ...second.taskArns!].sort()).toEqual([...arns].sort());
    expect(second.nextToken).toBeUndefined();
    for (const task of arns) await client.send(new StopTaskCommand({ cluster, task }));
    expect((await page()).taskArns).toEqual([]);
    const { taskArns } = await client.send(
      new ListTasksCommand({ cluster, startedBy, desiredStatus: "STOPPED" }),
    );
    expect([...taskArns!].sort()).toEqual([...arns].sort());
    const pending = await client.send(
      new ListTasksCommand({ cluster, startedBy, desiredStatus: "PENDING", launchType: "FARGATE" }),
    );
    expect(pending.taskArns).toEqual([]);
  });

  it("DescribeTasks describes at most a hundred tasks at once", async () => {
    const ids = Array.from({ length: 101 }, (_, index) => index.toString(16).padStart(32, "0"));
    const describe = (tasks: string[]) => client.send(new DescribeTasksCommand({ cluster, tasks }));
    expect((await describe(ids.slice(1))).failures).toHaveLength(100);
    await expect(describe(ids)).rejects.toMatchObject({ name: "InvalidParameterException" });
  });

  it("DescribeTasks reports an unknown task as missing", async () => {
    const id = "0".repeat(32);
    expect((await described(id)).failures).toMatchObject([{ reason: "MISSING" }]);
    await expect(client.send(new StopTaskCommand({ cluster, task: id }))).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
  });

  it.each([
    ["another cluster", { cluster: "no-such-cluster" }, "ClusterNotFoundException"],
    ["an unknown task definition", { taskDefinition: "no-such-family" }, "ClientException"],
    ["no network", { networkConfiguration: undefined }, "InvalidParameterException"],
    [
      "no subnet",
      { networkConfiguration: { awsvpcConfiguration: { subnets: [] } } },
      "InvalidParameterException",
    ],
    [
      "a container that is not in the definition",
      { overrides: { containerOverrides: [{ name: "x" }] } },
      "InvalidParameterException",
    ],
    [
      "overrides above 8192 characters",
      {
        overrides: {
          containerOverrides: [{ name: "builder", environment: [{ name: "A", value: "x".repeat(8192) }] }],
        },
      },
      "InvalidParameterException",
    ],
    ["a size that Fargate has not", { overrides: { memory: "512" } }, "ClientException"],
  ] as [string, Partial<RunTaskCommandInput>, string][])("ECS refuses %s", async (_name, rest, name) => {
    await expect(client.send(new RunTaskCommand({ ...input, ...rest }))).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: 400 },
    });
  });
});
