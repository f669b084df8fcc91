/** What an installation on AWS is called there: what the stacks are given and the `gantry` command looks for. */

/** An account may hold one installation of each; the first is meant where none is named. */
export const STAGES = ["dev", "prod"] as const;
export type Stage = (typeof STAGES)[number];

/** The stacks of an installation, in the order in which they are deployed. */
export const STACK_PARTS = ["Data", "Factory", "Api", "Web", "Ops"] as const;
export type StackPart = (typeof STACK_PARTS)[number];

/** The name of a stack: `Gantry-<stage>-<part>`. */
export const stackName = (stage: Stage, part: StackPart): string => `Gantry-${stage}-${part}`;

/**
 * Concurrent executions that are kept for one function each, so that a burst of steps leaves room for the outbox and
 * for sealing what was aborted. It is also their limit; both wait for their turn without losing anything.
 */
export const RESERVED_CONCURRENCY = { relay: 20, "execution-ended": 5 } as const;

/** Whether they are reserved unless a deployment says otherwise. New accounts do not have enough to do so. */
export const DEFAULT_RESERVED_CONCURRENCY = { dev: "off", prod: "on" } as const satisfies Record<
  Stage,
  string
>;

/** Concurrent executions that an account needs to reserve them: Lambda keeps 100 unreserved. */
export const CONCURRENCY_TO_RESERVE =
  100 + RESERVED_CONCURRENCY.relay + RESERVED_CONCURRENCY["execution-ended"];

/** What the names of an installation's secrets begin with in Parameter Store: `/gantry/<stage>`. */
export const parameterPrefix = (stage: Stage): string => `/gantry/${stage}`;
