import type { Json } from "./json.ts";
import type { Resource } from "./resource.ts";

/** The plan of an attempt of a Task state, recorded before the call. */
export interface ScheduledTask {
  readonly resource: Resource;
  readonly args: Json;
  /** Epoch milliseconds: timeouts start here, also after restarts. */
  readonly at: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly heartbeat?: number;
  readonly token?: string;
}

export type Outcome = { ok: true; output: Json } | { ok: false; error: string; cause?: string };

/**
 * A task whose outcome is awaited. The first outcome, whether from the service, from SendTask* or from a
 * timeout, is recorded; every later one, and any after the task was abandoned, is refused.
 */
export interface PendingTask {
  readonly task: ScheduledTask;
  readonly done: Promise<Outcome>;
  /** Returns whether this outcome was the first. */
  settle(outcome: Outcome): boolean;
  beat(): void;
  close(): void;
}
