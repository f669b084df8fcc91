import { BUILD_OBJECT_PATTERNS } from "#core/kernel/artifacts.ts";
import type { FunctionName } from "./functions.ts";

/** The resources to which the patterns refer; their names differ between installations. */
export interface RuleResources {
  readonly artifactBucket: string;
  readonly clusterArn: string;
  readonly machineArns: readonly string[];
}

/** An event pattern of EventBridge. */
interface EventPattern {
  readonly source: readonly string[];
  readonly "detail-type": readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

type RuleRow = { readonly target: FunctionName } & (
  | { readonly pattern: (resources: RuleResources) => EventPattern; readonly schedule?: undefined }
  | { readonly schedule: `rate(${number} ${string})`; readonly pattern?: undefined }
);

/** EventBridge's rules: which event or schedule calls which function. */
const RULES = {
  "builder-objects": {
    target: "object-created",
    pattern: ({ artifactBucket }) => ({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: {
        bucket: { name: [artifactBucket] },
        object: { key: BUILD_OBJECT_PATTERNS.map((wildcard) => ({ wildcard })) },
      },
    }),
  },
  "builder-tasks": {
    target: "task-stopped",
    pattern: ({ clusterArn }) => ({
      source: ["aws.ecs"],
      "detail-type": ["ECS Task State Change"],
      detail: { lastStatus: ["STOPPED"], clusterArn: [clusterArn] },
    }),
  },
  "executions-ended": {
    target: "execution-ended",
    pattern: ({ machineArns }) => ({
      source: ["aws.states"],
      "detail-type": ["Step Functions Execution Status Change"],
      detail: { stateMachineArn: machineArns, status: ["ABORTED", "TIMED_OUT", "FAILED"] },
    }),
  },
  "builder-sweep": { target: "sweep", schedule: "rate(10 minutes)" },
} as const satisfies Readonly<Record<string, RuleRow>>;

export type RuleTarget = (typeof RULES)[keyof typeof RULES]["target"];

/** Returns the rules as a list, with their names. */
export const ruleRows = (): readonly (RuleRow & { readonly name: string; readonly target: RuleTarget })[] =>
  Object.entries(RULES).map(([name, row]) => ({ name, ...row }));
