import type { Answer } from "#adapters/aws-account/problem.ts";
import type { Stack } from "#adapters/aws-account/stacks.ts";
import type { Check } from "#core/operations/check.ts";
import { type StackPart, type Stage, stackName } from "#core/operations/installation.ts";
import { failedCheck } from "./failed-check.ts";

/** Below this the bootstrap stack cannot publish what the stacks are made of. */
const BOOTSTRAP_VERSION = 6;

/** The CDK runs the app before it bootstraps, so it wants the settings there as well. */
export function bootstrapCheck(
  answer: Answer<number | undefined>,
  { environment, stage }: { readonly environment: string; readonly stage: Stage },
): Check {
  const name = "bootstrap";
  if ("problem" in answer) return failedCheck(name, answer.problem);
  const fix = `npx cdk bootstrap ${environment} ${settings(stage)}`;
  const version = answer.value;
  if (version === undefined)
    return { name, state: "fail", detail: "the CDK is not bootstrapped in this region", fix };
  return version >= BOOTSTRAP_VERSION
    ? { name, state: "ok", detail: `version ${version}` }
    : { name, state: "fail", detail: `version ${version}; version ${BOOTSTRAP_VERSION} is required`, fix };
}

export function stackCheck(stage: Stage, part: StackPart, answer: Answer<Stack | undefined>): Check {
  const name = `stack ${part.toLowerCase()}`;
  const stack = stackName(stage, part);
  if ("problem" in answer) return failedCheck(name, answer.problem);
  const deploy = `npx cdk deploy --all ${settings(stage)}`;
  const status = answer.value?.status;
  if (status === undefined) return { name, state: "fail", detail: `${stack} is not deployed`, fix: deploy };
  const detail = `${stack} ${status}`;
  if (isDeployed(answer.value)) return { name, state: "ok", detail };
  if (status.endsWith("_IN_PROGRESS"))
    return { name, state: "fail", detail, fix: "wait until the deployment has ended" };
  // What failed to be created has nothing to go back to: CloudFormation wants it deleted first.
  const gone = status === "ROLLBACK_COMPLETE" || status.startsWith("DELETE");
  const first = gone ? `aws cloudformation delete-stack --stack-name ${stack}, then ` : "";
  return {
    name,
    state: "fail",
    detail: `${detail}: the last deployment failed`,
    fix: `${first}${deploy}`,
  };
}

/** Whether a stack stands as its last deployment made it. */
export function isDeployed(stack: Stack | undefined): boolean {
  return /^(CREATE|UPDATE|IMPORT)_COMPLETE(_CLEANUP_IN_PROGRESS)?$/.test(stack?.status ?? "");
}

const settings = (stage: Stage): string => `-c stage=${stage} -c githubOwner=<owner>`;
