/**
 * The code and the settings of a Lambda function. Its callers are in machines.ts, rules.ts, outbox.ts and
 * apis.ts.
 */
export interface FunctionRow {
  /** The module whose `handler` runs, from the repository's root. */
  readonly entry: `lambdas/${string}.ts`;
  /** Shown in the console of the AWS account. */
  readonly description: string;
  /** The time limit of an invocation. */
  readonly seconds: number;
  /** MB. Lambda allocates CPU in proportion. */
  readonly memory: number;
  /** MB of `/tmp`, whose content remains between invocations of a warm function. */
  readonly disk: number;
  readonly architecture: "arm64" | "x86_64";
  /**
   * Files and folders of the repository that are copied beside the handler, by their base names; the policy
   * as policy.json.
   */
  readonly files: readonly string[];
  /**
   * Maximum size of its bundle in KB (1024 bytes): about a tenth more than its size. Each KB is read and
   * compiled at every cold start, so raise the limit deliberately: `node_modules/.bin/node
   * bench/bundle-sizes.ts` shows the sizes.
   */
  readonly maxKb: number;
  /**
   * Reserved concurrent executions, which is also their limit, if the setting `reservedConcurrency` is on.
   */
  readonly reserved?: number;
}

/** A function that a state machine calls. */
export interface StepRow extends FunctionRow {
  /** The name of the step in messages to people. */
  readonly title: string;
}

/** MB of `/tmp` that are free. */
export const FREE_DISK = 512;

export const ARM = { architecture: "arm64", disk: FREE_DISK, files: [] } as const;
/** The policy file that people edit. */
export const POLICY_SOURCE = "policy.yaml";
/** The policy file that functions read. */
export const POLICY_FILE = "policy.json";

/** The files that generated apps take from the product. */
export const LIBRARY_SOURCE = "core/factory/generate/static/files";
/** The folder of these files beside the handler. */
export const LIBRARY_FOLDER = "files";

/** The description of the API. */
export const DESCRIPTION = "openapi.json";

export const WITH_POLICY = { ...ARM, files: [POLICY_SOURCE] } as const;

/** The skills: a folder each, in the repository and beside the handler. */
export const SKILLS_FOLDER = "skills";
/** The module beside the handler that contains all of them. */
export const SKILLS_FILE = "index.mjs";

/** The documentation: its pages lie beside the handler as in the repository. */
export const DOCUMENTATION_FOLDER = "docs";
