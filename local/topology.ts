import { BUILD_OBJECT_PATTERNS } from "#core/artifacts.ts";
import type { BusOptions } from "#local/eventbridge/bus.ts";
import type { LambdaFunction, LambdaHandler } from "#local/lambda/function.ts";

/** Names of what the product runs on; the stacks give it the same things under names of their own. */
export const REGION = "us-east-1";
export const ACCOUNT = "000000000000";
export const TABLE = "gantry";
export const ARTIFACT_BUCKET = "gantry-artifacts";
export const EVIDENCE_BUCKET = "gantry-evidence";
export const CLUSTER = "gantry";
export const SIGNING_ALIAS = "alias/gantry-evidence";
export const PARAMETERS = "/gantry";
export const MACHINE = "gantry-mission";
export const MACHINE_ARN = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${MACHINE}`;

type Module = { handler: unknown };

/** The product's Lambda functions: the same entries that are bundled for AWS. */
export const FUNCTIONS: Record<string, LambdaFunction> = {
  api: entry(() => import("#lambdas/api/main.ts"), 29),
  authorizer: entry(() => import("#lambdas/api/authorizer.ts"), 10),
  "origin-authorizer": entry(() => import("#lambdas/api/origin-authorizer.ts"), 10),
  "ws-authorizer": entry(() => import("#lambdas/ws/authorizer.ts"), 10),
  "ws-connect": entry(() => import("#lambdas/ws/connect.ts"), 10),
  "ws-disconnect": entry(() => import("#lambdas/ws/disconnect.ts"), 10),
  "ws-default": entry(() => import("#lambdas/ws/default.ts"), 10),
  relay: entry(() => import("#lambdas/events/relay.ts"), 60),
  "object-created": entry(() => import("#lambdas/events/object-created.ts"), 60),
  "task-stopped": entry(() => import("#lambdas/events/task-stopped.ts"), 60),
  "execution-ended": entry(() => import("#lambdas/events/execution-ended.ts"), 120),
  sweep: entry(() => import("#lambdas/events/sweep.ts"), 60),
  admit: entry(() => import("#lambdas/steps/admit.ts"), 30),
  prepare: entry(() => import("#lambdas/steps/prepare.ts"), 30),
  architect: entry(() => import("#lambdas/steps/architect.ts"), 360),
  check: entry(() => import("#lambdas/steps/check.ts"), 30),
  install: entry(() => import("#lambdas/steps/install.ts"), 120),
  build: entry(() => import("#lambdas/steps/build.ts"), 60),
  "stop-build": entry(() => import("#lambdas/steps/stop-build.ts"), 30),
  inspect: entry(() => import("#lambdas/steps/inspect.ts"), 30),
  heal: entry(() => import("#lambdas/steps/heal.ts"), 300),
  review: entry(() => import("#lambdas/steps/review.ts"), 120),
  preview: entry(() => import("#lambdas/steps/preview.ts"), 180),
  verify: entry(() => import("#lambdas/steps/verify.ts"), 300),
  promote: entry(() => import("#lambdas/steps/promote.ts"), 180),
  publish: entry(() => import("#lambdas/steps/publish.ts"), 300),
  seal: entry(() => import("#lambdas/steps/seal.ts"), 120),
  release: entry(() => import("#lambdas/steps/release.ts"), 60),
};

/** Placeholders of the mission machine and the function each stands for. */
export const MACHINE_FUNCTIONS: Record<string, keyof typeof FUNCTIONS> = {
  AdmitFunctionArn: "admit",
  PrepareFunctionArn: "prepare",
  ArchitectFunctionArn: "architect",
  CheckFunctionArn: "check",
  InstallFunctionArn: "install",
  BuildFunctionArn: "build",
  StopBuildFunctionArn: "stop-build",
  InspectFunctionArn: "inspect",
  HealFunctionArn: "heal",
  ReviewFunctionArn: "review",
  PreviewFunctionArn: "preview",
  VerifyFunctionArn: "verify",
  PromoteFunctionArn: "promote",
  PublishFunctionArn: "publish",
  SealFunctionArn: "seal",
  ReleaseFunctionArn: "release",
};

export const functionArn = (name: string): string => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;

/** EventBridge rules: which event, or what time, calls which function. */
export const RULES: BusOptions["rules"] = [
  {
    name: "builder-objects",
    pattern: {
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: {
        bucket: { name: [ARTIFACT_BUCKET] },
        object: { key: BUILD_OBJECT_PATTERNS.map((wildcard) => ({ wildcard })) },
      },
    },
    targets: ["object-created"],
  },
  {
    name: "builder-tasks",
    pattern: {
      source: ["aws.ecs"],
      "detail-type": ["ECS Task State Change"],
      detail: { lastStatus: ["STOPPED"] },
    },
    targets: ["task-stopped"],
  },
  {
    name: "mission-ends",
    pattern: {
      source: ["aws.states"],
      "detail-type": ["Step Functions Execution Status Change"],
      detail: { stateMachineArn: [MACHINE_ARN], status: ["ABORTED", "TIMED_OUT", "FAILED"] },
    },
    targets: ["execution-ended"],
  },
  { name: "builder-sweep", schedule: "rate(10 minutes)", targets: ["sweep"] },
];

/** Only signals and amendments reach the relay. */
export const RELAY_FILTER = {
  eventName: ["INSERT"],
  dynamodb: { Keys: { sk: { S: [{ prefix: "E#" }, { prefix: "A#" }] } } },
};

function entry(load: () => Promise<Module>, timeoutSeconds: number): LambdaFunction {
  return { handler: async () => (await load()).handler as LambdaHandler, timeoutSeconds };
}
