/** What a Lambda function runs and what it is given. Who calls it is in machines.ts, rules.ts, outbox.ts and apis.ts. */
export interface FunctionRow {
  /** The module whose `handler` runs, from the repository's root. */
  readonly entry: `lambdas/${string}.ts`;
  /** For those who find the function in their AWS account. */
  readonly description: string;
  /** The time limit of an invocation. */
  readonly seconds: number;
  /** MB. CPU grows with it. */
  readonly memory: number;
  /** MB of `/tmp`, which a warm function finds as it left it. */
  readonly disk: number;
  readonly architecture: "arm64" | "x86_64";
  /** Files and folders of the repository that lie beside the handler, by their base names; the policy as policy.json. */
  readonly files: readonly string[];
  /**
   * KB (1024 bytes) that its bundle may have: a tenth more than it has. Each KB is read and compiled at every cold
   * start, so the limit is raised on purpose: `node_modules/.bin/node bench/bundle-sizes.ts` shows the sizes.
   */
  readonly maxKb: number;
  /** Concurrent executions that are kept for it, which is also their limit, where reserving is switched on. */
  readonly reserved?: number;
}

/** A function that a state machine calls. */
export interface StepRow extends FunctionRow {
  /** What the step is called in a sentence for people. */
  readonly title: string;
}

/** MB that cost nothing. */
export const FREE_DISK = 512;

export const ARM = { architecture: "arm64", disk: FREE_DISK, files: [] } as const;
/** The policy as people write it. */
export const POLICY_SOURCE = "policy.yaml";
/** The policy as functions read it. */
export const POLICY_FILE = "policy.json";

/** The description of the API. */
export const DESCRIPTION = "openapi.json";

export const WITH_POLICY = { ...ARM, files: [POLICY_SOURCE] } as const;
