import type { Json } from "./json.ts";
import type { Resource } from "./resource.ts";

/** What an attempt of a Task state set out to do; recorded before anything is called. */
export interface ScheduledTask {
  readonly resource: Resource;
  readonly args: Json;
  /** Epoch milliseconds: timeouts count from here, over restarts as well. */
  readonly at: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly heartbeat?: number;
  readonly token?: string;
}

export type Outcome = { ok: true; output: Json } | { ok: false; error: string; cause?: string };

/**
 * A task whose outcome is awaited. The first outcome is recorded and counts, whether it comes from the service, from
 * SendTask*, or from a timeout; every later one, and any after the task was given up, is told that it is too late.
 */
export interface PendingTask {
  readonly task: ScheduledTask;
  readonly done: Promise<Outcome>;
  /** Whether this outcome is the one that counts. */
  settle(outcome: Outcome): boolean;
  beat(): void;
  close(): void;
}
