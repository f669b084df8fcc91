import { DescribeTasksCommand, type ECSClient } from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createBuilders } from "#adapters/ecs/builders.ts";
import type { BuildTask } from "#core/factory/build/builders.ts";
import type { RunningTask } from "#local-cloud/ecs/cluster.ts";
import { createEcs } from "#local-cloud/ecs/ecs.ts";
import { clientsAt, intercept } from "#test/adapters/aws.ts";
import { type Target, target } from "#test/cloud/target.ts";

const started: RunningTask[] = [];
let cloud: Target;
let client: ECSClient;

beforeAll(async () => {
  const definition = (cpu: number) => ({
    revision: 1,
    cpu,
    memory: cpu * 2,
    container: { name: "builder", image: "i" },
  });
  cloud = await target((dir) =>
    createEcs({
      dir,
      cluster: "gantry",
      taskDefinitions: { "builder-small": definition(512), "builder-large": definition(1024) },
      start: (task) => {
        started.push(task);
        return new Promise((resolve) =>
          task.signal.addEventListener("abort", () => resolve({ exitCode: 143 })),
        );
      },
    }),
  );
  client = clientsAt(cloud.endpoint).ecs;
});
afterAll(async () => {
  client.destroy();
  await cloud.close();
});

const builders = (rest = {}) =>
  createBuilders({
    client,
    cluster: "gantry",
    task_definitions: { small: "builder-small", large: "builder-large" },
    container: "builder",
    subnets: ["subnet-1"],
    security_groups: ["sg-1"],
    public_ip: "ENABLED",
    ...rest,
  });
const job = (rest: Partial<BuildTask>): BuildTask => ({
  tenant: "tn_1",
  mission_id: "m_1",
  attempt: 1,
  retry: 0,
  start: 0,
  tier: "small",
  job_url: "https://s3/job.json?signature=1",
  wait_seconds: 300,
  ...rest,
});
const taskOf = async (arn: string) => {
  const answer = await client.send(new DescribeTasksCommand({ cluster: "gantry", tasks: [arn] }));
  return answer.tasks![0]!;
};

describe("a builder", () => {
  it("is started in the size of its tier, with the job's address, tenant and mission in its environment", async () => {
    for (const [tier, cpu] of [
      ["small", "512"],
      ["large", "1024"],
    ] as const) {
      const arn = await builders().run(job({ mission_id: `m_${tier}`, attempt: 2, retry: 1, tier }));
      expect(await taskOf(arn)).toMatchObject({ cpu, launchType: "FARGATE" });
      expect(started.find(({ taskArn }) => taskArn === arn)?.environment).toEqual({
        JOB_URL: "https://s3/job.json?signature=1",
        JOB_WAIT_SECONDS: "300",
        GANTRY_TENANT: "tn_1",
        GANTRY_MISSION: `m_${tier}`,
        GANTRY_ATTEMPT: "2",
        GANTRY_RETRY: "1",
        GANTRY_START: "0",
      });
    }
  });

  it("is the same task for the same attempt, retry and start, even when the job's address was signed again", async () => {
    const first = await builders().run(job({ mission_id: "m_2" }));
    expect(await builders().run(job({ mission_id: "m_2" }))).toBe(first);
    expect(await builders().run(job({ mission_id: "m_2", job_url: "https://s3/job.json?signature=2" }))).toBe(
      first,
    );
    const others = [{ attempt: 2 }, { retry: 1 }, { start: 1 }, { tenant: "tn_2" }, { mission_id: "m_3" }];
    const arns = await Promise.all(
      others.map((other) => builders().run(job({ mission_id: "m_2", ...other }))),
    );
    expect(new Set([first, ...arns]).size).toBe(6);
  });

  it("is stopped with a reason; stopping it again, or a task that does not exist, is not an error", async () => {
    const arn = await builders().run(job({ mission_id: "m_4" }));
    await builders().stop(arn, "cancelled");
    expect(await taskOf(arn)).toMatchObject({ desiredStatus: "STOPPED", stoppedReason: "cancelled" });
    await builders().stop(arn, "again");
    await builders().stop(`${arn.slice(0, -4)}0000`, "never was");
    await expect(builders({ cluster: "none" }).stop(arn, "x")).rejects.toMatchObject({
      name: "ClusterNotFoundException",
    });
  });

  it("is listed with its creation time until it is stopped, over more than one page", async () => {
    const asked = Date.now();
    const arns = await Promise.all(
      Array.from({ length: 101 }, (_, index) => builders().run(job({ mission_id: `many_${index}` }))),
    );
    const found = new Map(
      (await builders().running()).map(({ task, created_at_ms }) => [task, created_at_ms]),
    );
    for (const arn of arns) expect(found.get(arn)).toBeGreaterThanOrEqual(asked);
    expect(Math.max(...found.values())).toBeLessThanOrEqual(Date.now());
    await Promise.all(arns.map((arn) => builders().stop(arn, "enough")));
    const left = (await builders().running()).map(({ task }) => task);
    expect(left.filter((task) => arns.includes(task))).toEqual([]);
  });

  it("fails with an environment failure that names the reason when there is no capacity", async () => {
    const full = clientsAt(cloud.endpoint).ecs;
    let failures: object[] = [{ reason: "RESOURCE:CPU" }];
    intercept(full, async () => ({ output: { tasks: [], failures, $metadata: {} } }));
    const run = () => builders({ client: full }).run(job({ mission_id: "m_5" }));
    await expect(run()).rejects.toMatchObject({
      code: "EnvironmentFailure",
      message: expect.stringContaining("RESOURCE:CPU"),
    });
    failures = [];
    await expect(run()).rejects.toMatchObject({ code: "EnvironmentFailure" });
  });
});
