import type { Machine } from "#core/workflows/machines.ts";

/** A request to start the state machine of an execution. */
export interface Start {
  readonly execution: { readonly tenant: string; readonly id: string };
  readonly machine: Machine;
  /** Number of the machine's run for this execution, from 1: a long run is continued by a new one. */
  readonly run?: number;
  /** Plain JSON; the same execution always gives the same input. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The workflow engine. */
export interface Workflows {
  /** Starts a machine, named by the execution's id and the run number. Idempotent. */
  start(start: Start): Promise<void>;
  /** A token that was already used or has timed out is not an error: another outcome came first. */
  succeed(token: string, output: unknown): Promise<void>;
  fail(token: string, error: string, cause: string): Promise<void>;
  heartbeat(token: string): Promise<void>;
  /** Rejects when one of the machines does not exist or does not respond. */
  ready(): Promise<void>;
}

export interface WithWorkflows {
  readonly workflows: Workflows;
}
