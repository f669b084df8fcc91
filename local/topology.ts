/** Names of the local resources; the stacks create the same resources with their own names. */
export const REGION = "us-east-1";
export const ACCOUNT = "000000000000";
export const TABLE = "gantry";
export const ARTIFACT_BUCKET = "gantry-artifacts";
export const EVIDENCE_BUCKET = "gantry-evidence";
export const CLUSTER = "gantry";
export const CLUSTER_ARN = `arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/${CLUSTER}`;
export const SIGNING_ALIAS = "alias/gantry-evidence";
export const PARAMETERS = "/gantry";
export const machineName = (machine: string): string => `gantry-${machine}`;
export const machineArn = (machine: string): string =>
  `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${machineName(machine)}`;

export const functionArn = (name: string): string => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
