import { createHash } from "node:crypto";
import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";
import type { ClusterIdentity, Task } from "./task.ts";

function withTimes(task: Task, render: (ms: number) => number | string): Record<string, unknown> {
  const entries = Object.entries(task).map(([name, value]) => {
    const isTime = name.endsWith("At") && typeof value === "number";
    return [name, isTime ? render(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** Renders a task for the ECS API: times in seconds, tags only if requested. */
export function onTheWire(task: Task, withTags: boolean): Record<string, unknown> {
  const { tags, ...rest } = withTimes(task, (ms) => ms / 1000);
  return withTags ? { ...rest, tags } : rest;
}

/**
 * The event `ECS Task State Change` (ECS developer guide, "Amazon ECS task state change events"). Its id is
 * derived from the task's version, so an event that is sent again after a crash is the same event.
 */
export function stateChange(task: Task, { account, region }: ClusterIdentity, now: number): EventBridgeEvent {
  const iso = (ms: number) => new Date(ms).toISOString();
  const { tags: _, ...rest } = withTimes(task, iso);
  return {
    version: "0",
    id: createHash("sha256").update(`${task.taskArn} ${task.version}`).digest("hex"),
    "detail-type": "ECS Task State Change",
    source: "aws.ecs",
    account,
    time: iso(now).replace(/\.\d+Z$/, "Z"),
    region,
    resources: [task.taskArn],
    detail: { ...rest, updatedAt: iso(now) },
  };
}
