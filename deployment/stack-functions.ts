import { CLIENT_SOURCE } from "#core/web/site.ts";
import { ARM, type FunctionRow } from "./function-row.ts";

/** Functions that CloudFormation calls during a deployment. The local cloud does not need them. */
export const STACK_FUNCTIONS = {
  "origin-key": {
    entry: "lambdas/deploy/origin-key.ts",
    description: "Stores the key with which the edge authenticates to the APIs.",
    seconds: 30,
    memory: 256,
    maxKb: 370,
    ...ARM,
  },
  "web-files": {
    entry: "lambdas/deploy/web-files.ts",
    description: "Copies the static client into its bucket.",
    seconds: 120,
    memory: 256,
    maxKb: 390,
    ...ARM,
    files: [CLIENT_SOURCE],
  },
} as const satisfies Readonly<Record<string, FunctionRow>>;
