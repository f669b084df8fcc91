import type { GantryConfig } from "#lib/config.ts";

/** What is watched, by the names its metrics go by. */
export interface WatchedResources {
  readonly config: GantryConfig;
  readonly table: { readonly tableName: string };
  readonly deadLetters: { readonly queueName: string };
  readonly restApiName: string;
  readonly socketApiId: string;
  /** Matches executions that ended otherwise than by their own last step. */
  readonly brokenExecutions: { readonly ruleName: string };
}
