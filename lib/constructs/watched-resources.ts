import type { GantryConfig } from "#lib/config.ts";

/** The monitored resources, by the names in their metrics. */
export interface WatchedResources {
  readonly config: GantryConfig;
  readonly table: { readonly tableName: string };
  readonly deadLetters: { readonly queueName: string };
  readonly restApiName: string;
  readonly socketApiId: string;
  /** Matches executions that did not end by their own last step. */
  readonly brokenExecutions: { readonly ruleName: string };
}
