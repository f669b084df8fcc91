/** Names of an installation on AWS, shared by the CDK stacks and the `gantry` command. */

/** An account can have one installation of each stage; the first is the default. */
export const STAGES = ["dev", "prod"] as const;
export type Stage = (typeof STAGES)[number];

/** The stacks of an installation, in the order in which they are deployed. */
export const STACK_PARTS = ["Data", "Factory", "Api", "Web", "Ops"] as const;
export type StackPart = (typeof STACK_PARTS)[number];

/** The name of a stack: `Gantry-<stage>-<part>`. */
export const stackName = (stage: Stage, part: StackPart): string => `Gantry-${stage}-${part}`;

/**
 * Reserved concurrency by function, so that a burst of steps cannot block the outbox and the sealing of aborted
 * executions. It is also their limit; both can wait without losing events.
 */
export const RESERVED_CONCURRENCY = { relay: 20, "execution-ended": 5 } as const;

/** Whether concurrency is reserved by default. The quota of new accounts is too small for it. */
export const DEFAULT_RESERVED_CONCURRENCY = { dev: "off", prod: "on" } as const satisfies Record<
  Stage,
  string
>;

/** The concurrency quota that an account needs for these reservations: Lambda keeps 100 unreserved. */
export const CONCURRENCY_TO_RESERVE =
  100 + RESERVED_CONCURRENCY.relay + RESERVED_CONCURRENCY["execution-ended"];

/** Prefix of the installation's secrets in Parameter Store: `/gantry/<stage>`. */
export const parameterPrefix = (stage: Stage): string => `/gantry/${stage}`;
