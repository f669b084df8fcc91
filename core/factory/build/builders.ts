export interface BuildTask {
  readonly tenant: string;
  readonly mission_id: string;
  readonly attempt: number;
  readonly retry: number;
  /** Counts the builders of the same attempt and retry from 0. */
  readonly start: number;
  readonly tier: "small" | "large";
  readonly job_url: string;
  /** How long it asks for its job, from when it is up. */
  readonly wait_seconds: number;
}

/** Isolated builders. */
export interface Builders {
  /** Starts one; the same attempt, retry and start give the same task. Answers its ARN. */
  run(task: BuildTask): Promise<string>;
  stop(task: string, reason: string): Promise<void>;
  /** All that were not stopped; `created_at_ms` is when one was asked for, since 1970. */
  running(): Promise<readonly { readonly task: string; readonly created_at_ms: number }[]>;
}

export interface WithBuilders {
  readonly builders: Builders;
}
