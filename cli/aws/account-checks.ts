import type { Account } from "#adapters/aws-account/account.ts";
import type { Check } from "#core/operations/check.ts";
import {
  DEFAULT_RESERVED_CONCURRENCY,
  parameterPrefix,
  STACK_PARTS,
  type StackPart,
  type Stage,
  stackName,
} from "#core/operations/installation.ts";
import { failedCheck } from "./failed-check.ts";
import { cloudFrontCheck, ECS_ROLE, ecsRoleCheck } from "./first-deployment.ts";
import { imageCheck } from "./image-check.ts";
import { configuredModels, modelCheck } from "./model-checks.ts";
import { lambdaQuota, modelQuota, QUOTAS, quotaCheck } from "./quota-checks.ts";
import { secretChecks } from "./secret-checks.ts";
import { bootstrapCheck, stackCheck } from "./stack-checks.ts";

/**
 * Checks everything that an installation needs in its account. Without a region or credentials no further checks run;
 * any other check that fails to run does not affect the rest. `setSecret` is the command line that sets a secret.
 */
export async function checkAccount(
  account: Account,
  stage: Stage,
  setSecret: (name: string) => string,
): Promise<Check[]> {
  const region = await account.region();
  if (!("value" in region)) return [failedCheck("region", region.problem)];
  const identity = await account.identity();
  const first = [{ name: "region", state: "ok", detail: region.value } as const, credentialsCheck(identity)];
  if ("problem" in identity && identity.problem.code === "Unauthenticated") return first;

  const [bootstrap, role, stacks, failures, secrets] = await Promise.all([
    account.bootstrap(),
    account.role(ECS_ROLE),
    Promise.all(STACK_PARTS.map((part) => account.stack(stackName(stage, part)))),
    account.failures(stackName(stage, "Web")),
    account.secrets(parameterPrefix(stage)),
  ]);
  const stackOf = (part: StackPart) => stacks[STACK_PARTS.indexOf(part)];
  const factory = stackOf("Factory");
  const outputs = (factory && "value" in factory && factory.value?.outputs) || {};
  const ids = configuredModels(outputs);
  const quotas = [lambdaQuota(reservesConcurrency(outputs, stage)), ...QUOTAS, ...ids.map(modelQuota)];
  const [image, models, limits] = await Promise.all([
    outputs.BuilderImage ? account.imageSize(outputs.BuilderImage) : undefined,
    Promise.all(ids.map((id) => account.model(id))),
    Promise.all(quotas.map((quota) => account.quota(quota))),
  ]);
  return [
    ...first,
    bootstrapCheck(bootstrap, { environment: environmentOf(identity, region.value), stage }),
    ecsRoleCheck(role),
    cloudFrontCheck(stackOf("Web"), failures),
    ...zip(STACK_PARTS, stacks, (part, answer) => stackCheck(stage, part, answer)),
    ...secretChecks(secrets, setSecret),
    imageCheck(image),
    ...zip(ids, models, modelCheck),
    ...zip(quotas, limits, quotaCheck),
  ];
}

/** The setting of the deployed factory; before deployment, the default of its stage. */
function reservesConcurrency(outputs: Readonly<Record<string, string>>, stage: Stage): boolean {
  return (outputs.ReservedConcurrency ?? DEFAULT_RESERVED_CONCURRENCY[stage]) === "on";
}

type Identity = Awaited<ReturnType<Account["identity"]>>;

/** What the CDK calls an account and a region. */
function environmentOf(identity: Identity, region: string): string {
  return `aws://${"value" in identity ? identity.value.account : "<account>"}/${region}`;
}

function credentialsCheck(identity: Identity): Check {
  if ("problem" in identity) return failedCheck("credentials", identity.problem);
  const { account, arn } = identity.value;
  return { name: "credentials", state: "ok", detail: `account ${account}, ${arn.split(":").at(-1)}` };
}

function zip<A, B>(all: readonly A[], answers: readonly B[], check: (one: A, answer: B) => Check): Check[] {
  return all.map((one, at) => check(one, answers[at] as B));
}
