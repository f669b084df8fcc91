import type { Machine } from "#core/workflows/machines.ts";

/** What the workflow engine starts: an execution on one of the machines. */
export interface Start {
  readonly execution: { readonly tenant: string; readonly id: string };
  readonly machine: Machine;
  /** Counts the runs of the machine for one execution, from 1: a long one is continued by another. */
  readonly run?: number;
  /** Plain JSON; the same execution always gives the same input. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The workflow engine. */
export interface Workflows {
  /** Starts a machine under the execution's id and the number of the run. Starting it again changes nothing. */
  start(start: Start): Promise<void>;
  /** A token that is gone (answered, timed out) is not an error: the race was decided already. */
  succeed(token: string, output: unknown): Promise<void>;
  fail(token: string, error: string, cause: string): Promise<void>;
  heartbeat(token: string): Promise<void>;
  /** Rejects when one of the machines is not there or does not answer. */
  ready(): Promise<void>;
}

export interface WithWorkflows {
  readonly workflows: Workflows;
}
