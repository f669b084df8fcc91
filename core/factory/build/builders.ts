export interface BuildTask {
  readonly tenant: string;
  readonly mission_id: string;
  readonly attempt: number;
  readonly retry: number;
  /** Number of the builder within its attempt and retry, from 0. */
  readonly start: number;
  readonly tier: "small" | "large";
  readonly job_url: string;
  /** How long a started builder polls for its job. */
  readonly wait_seconds: number;
}

/** Isolated builders. */
export interface Builders {
  /** Starts a builder and returns its task ARN. Idempotent for the same attempt, retry and start. */
  run(task: BuildTask): Promise<string>;
  stop(task: string, reason: string): Promise<void>;
  /** All builders that are not stopped; `created_at_ms` is when one was requested, in epoch milliseconds. */
  running(): Promise<readonly { readonly task: string; readonly created_at_ms: number }[]>;
}

export interface WithBuilders {
  readonly builders: Builders;
}
