import { ARM, type FunctionRow } from "./function-row.ts";

/** Functions that CloudFormation calls while it deploys. The local cloud provisions by itself and runs none of them. */
export const STACK_FUNCTIONS = {
  "origin-key": {
    entry: "lambdas/deploy/origin-key.ts",
    description: "Keeps the key by which the APIs know the edge.",
    seconds: 30,
    memory: 256,
    maxKb: 370,
    ...ARM,
  },
  "web-files": {
    entry: "lambdas/deploy/web-files.ts",
    description: "Puts the static client into its bucket.",
    seconds: 120,
    memory: 256,
    maxKb: 390,
    ...ARM,
    files: ["web"],
  },
} as const satisfies Readonly<Record<string, FunctionRow>>;
