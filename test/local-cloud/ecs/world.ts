import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningTask, TaskRunner } from "#local-cloud/ecs/cluster.ts";
import { createEcs, type Ecs, type EcsOptions } from "#local-cloud/ecs/ecs.ts";
import type { Task } from "#local-cloud/ecs/task.ts";
import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";

const networkConfiguration = {
  awsvpcConfiguration: {
    subnets: ["subnet-1"],
    securityGroups: ["sg-1"],
    assignPublicIp: "ENABLED" as const,
  },
};
export const definitions: EcsOptions["taskDefinitions"] = {
  builder: {
    revision: 3,
    cpu: 512,
    memory: 1024,
    container: {
      name: "builder",
      image: "gantry-builder",
      command: ["node", "main.mjs"],
      environment: { MODE: "build", TIER: "small" },
      memory: 512,
      stopTimeout: 1,
    },
  },
};
export const request = { cluster: "gantry", taskDefinition: "builder", networkConfiguration };

/** A runner whose tasks end when the test says so. */
export function scripted() {
  const started: RunningTask[] = [];
  const endings = new Map<string, PromiseWithResolvers<{ exitCode: number; reason?: string }>>();
  const arrivals: (() => void)[] = [];
  const start: TaskRunner = (task) => {
    started.push(task);
    const ending = Promise.withResolvers<{ exitCode: number; reason?: string }>();
    endings.set(task.taskArn, ending);
    for (const arrived of arrivals.splice(0)) arrived();
    return ending.promise;
  };
  return {
    start,
    started,
    end: (arn: string, exitCode: number, reason?: string) =>
      endings.get(arn)!.resolve({ exitCode, ...(reason !== undefined && { reason }) }),
    fail: (arn: string, message: string) => endings.get(arn)!.reject(new Error(message)),
    /** The task once the runner has it. */
    async running(task: Task): Promise<RunningTask> {
      for (;;) {
        const found = started.find(({ taskArn }) => taskArn === task.taskArn);
        if (found) return found;
        await new Promise<void>((resolve) => arrivals.push(resolve));
      }
    },
  };
}

export function temporaryDir(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), "gantry-ecs-"));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

export function openEcs(dir: string, start: TaskRunner, options: Partial<EcsOptions> = {}) {
  const events: EventBridgeEvent[] = [];
  const ecs: Ecs = createEcs({
    dir,
    taskDefinitions: definitions,
    cluster: "gantry",
    start,
    onEvent: (event) => void events.push(event),
    onError: (error) => {
      throw error;
    },
    killWaitMs: 20,
    ...options,
  });
  return { ecs, events };
}

export const never = new AbortController().signal;
