import { ArnFormat, Stack } from "aws-cdk-lib";
import type { GantryConfig } from "#lib/config.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";

/** The configured model of each model role. */
const ROLES = {
  CONSULTANT: "model",
  ARCHITECT: "model",
  HEALER_SMALL: "modelSmall",
  HEALER_LARGE: "model",
  CRITIC: "model",
  CHAT: "modelSmall",
} as const satisfies Record<string, keyof GantryConfig>;

export type ModelRole = keyof typeof ROLES;

/** The regions in which the inference profiles of a geography may run a model. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  us: ["us-east-1", "us-east-2", "us-west-1", "us-west-2"],
  "us-gov": ["us-gov-east-1", "us-gov-west-1"],
  eu: [
    ...["eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2"],
    ...["eu-west-1", "eu-west-2", "eu-west-3"],
  ],
  apac: [
    ...["ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2"],
    ...["ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5"],
  ],
  jp: ["ap-northeast-1", "ap-northeast-3"],
  au: ["ap-southeast-2", "ap-southeast-4", "ap-southeast-6"],
  ca: ["ca-central-1", "ca-west-1"],
};
const HERE = "here";
/**
 * A global profile needs its model in this region, and without a region for the regions to which it routes.
 */
const GLOBAL = [HERE, ""];

/**
 * Allows calls of the models of these roles. ConverseStream is authorised as InvokeModelWithResponseStream: on the configured
 * profile, and on its model in each region that the profile may use, but only through that profile.
 */
export function invokesModels(config: GantryConfig, roles: readonly ModelRole[]): Grant {
  return (fn) => {
    for (const role of Object.keys(ROLES) as ModelRole[]) fn.env(`MODEL_${role}`, config[ROLES[role]]);
    for (const id of new Set(roles.map((role) => config[ROLES[role]]))) allowModel(fn, id);
  };
}

function allowModel(fn: Parameters<Grant>[0], id: string): void {
  const actions = ["bedrock:InvokeModelWithResponseStream"];
  const [prefix = "", ...rest] = id.split(".");
  const regions = prefix === "global" ? GLOBAL : REGIONS[prefix];
  if (!regions) {
    fn.allow({ actions, resources: [modelArn(fn, HERE, id)] });
    return;
  }
  const profile = Stack.of(fn).formatArn({
    service: "bedrock",
    resource: "inference-profile",
    resourceName: id,
  });
  fn.allow({ actions, resources: [profile] });
  fn.allow({
    actions,
    resources: regions.map((region) => modelArn(fn, region, rest.join("."))),
    conditions: { StringEquals: { "bedrock:InferenceProfileArn": profile } },
  });
}

function modelArn(fn: Parameters<Grant>[0], region: string, model: string): string {
  return Stack.of(fn).formatArn({
    service: "bedrock",
    account: "",
    ...(region === HERE ? {} : { region }),
    resource: "foundation-model",
    resourceName: model,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
}
