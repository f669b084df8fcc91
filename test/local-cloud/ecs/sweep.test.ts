import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createBuilders } from "#adapters/ecs/builders.ts";
import { sweepBuilders } from "#core/factory/steps/sweep.ts";
import { RULES } from "#local/event-rules.ts";
import { createEcs } from "#local-cloud/ecs/ecs.ts";
import type { Task } from "#local-cloud/ecs/task.ts";
import { createBus } from "#local-cloud/eventbridge/bus.ts";
import { clientsAt } from "#test/adapters/aws.ts";
import { type Target, target } from "#test/cloud/target.ts";
import { POLICY } from "#test/support/memory-world.ts";
import { definitions, never, request, temporaryDir } from "./world.ts";

/** The rule, the function's core, the adapter and the cluster together; only time is the test's own. */
let place: ReturnType<typeof temporaryDir>;
let cloud: Target;
let ecs: ReturnType<typeof createEcs>;
let bus: ReturnType<typeof createBus>;
let now = Date.UTC(2026, 0, 1);
let tick: () => void;
let swept: PromiseWithResolvers<{ stopped: number }>;

beforeEach(async () => {
  place = temporaryDir();
  cloud = await target((dir) => {
    ecs = createEcs({
      dir,
      cluster: "gantry",
      taskDefinitions: definitions,
      now: () => now,
      start: ({ signal }) =>
        new Promise((resolve) => signal.addEventListener("abort", () => resolve({ exitCode: 143 }))),
    });
    return ecs;
  });
  const client = clientsAt(cloud.endpoint).ecs;
  const builders = createBuilders({
    client,
    cluster: "gantry",
    task_definitions: { small: "builder", large: "builder" },
    container: "builder",
    subnets: ["subnet-1"],
    security_groups: ["sg-1"],
    public_ip: "ENABLED",
  });
  bus = createBus({
    dir: place.dir,
    now: () => now,
    every: (_, act) => {
      tick = act;
      return () => client.destroy();
    },
    rules: RULES.filter(({ name }) => name === "builder-sweep"),
    targets: {
      sweep: async () =>
        swept.resolve(
          await sweepBuilders({ builders, policy: POLICY, clock: { now: () => now, jitter: async () => 0 } }),
        ),
    },
  });
});

afterEach(async () => {
  await bus.close();
  await cloud.close();
  place.remove();
});

const sweep = () => {
  swept = Promise.withResolvers();
  tick();
  return swept.promise;
};
const run = (): Promise<Task> => ecs.runTask(request);

describe("the sweep rule, every ten minutes,", () => {
  it("stops exactly the tasks that exceed the policy's age, with the reason", async () => {
    const old = await run();
    now += POLICY.missions.builder_seconds * 1000;
    const young = await run();
    expect(await sweep()).toEqual({ stopped: 0 });
    now += 1;
    expect(await sweep()).toEqual({ stopped: 1 });
    expect(await ecs.waitStopped(old.taskArn, never)).toMatchObject({
      lastStatus: "STOPPED",
      stopCode: "UserInitiated",
      stoppedReason: "Older than 600 seconds.",
      containers: [{ exitCode: 143 }],
    });
    expect(await ecs.describe(young.taskArn)).toMatchObject({ desiredStatus: "RUNNING" });
    expect(await sweep()).toEqual({ stopped: 0 });
  });
});
