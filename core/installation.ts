/** What an installation on AWS is called there: what the stacks are given and the `gantry` command looks for. */

/** An account may hold one installation of each; the first is meant where none is named. */
export const STAGES = ["dev", "prod"] as const;
export type Stage = (typeof STAGES)[number];

/** The stacks of an installation, in the order in which they are deployed. */
export const STACK_PARTS = ["Data", "Factory", "Api", "Web", "Ops"] as const;
export type StackPart = (typeof STACK_PARTS)[number];

/** The name of a stack: `Gantry-<stage>-<part>`. */
export const stackName = (stage: Stage, part: StackPart): string => `Gantry-${stage}-${part}`;

/** What the names of an installation's secrets begin with in Parameter Store: `/gantry/<stage>`. */
export const parameterPrefix = (stage: Stage): string => `/gantry/${stage}`;
