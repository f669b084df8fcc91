import type { Answer } from "#adapters/aws-account/problem.ts";
import type { Stack } from "#adapters/aws-account/stacks.ts";
import type { Check } from "#core/operations/check.ts";
import { failedCheck } from "./failed-check.ts";
import { isDeployed } from "./stack-checks.ts";

/** The role of ECS in an account; the first cluster of an account fails without it. */
export const ECS_ROLE = "AWSServiceRoleForECS";

export function ecsRoleCheck(answer: Answer<boolean>): Check {
  const name = "role of ecs";
  if ("problem" in answer) return failedCheck(name, answer.problem, "warn");
  return answer.value
    ? { name, state: "ok", detail: ECS_ROLE }
    : {
        name,
        state: "fail",
        detail: `${ECS_ROLE} does not exist: the first cluster of an account fails without it`,
        fix: "aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com",
      };
}

/** CloudFront's error for an account that AWS has not verified. */
const UNVERIFIED = /account must be verified before you can add new CloudFront resources/i;
const SUPPORT =
  "ask AWS Support to verify the account for CloudFront: https://console.aws.amazon.com/support/home";

/**
 * Whether the account may create CloudFront distributions. AWS has no API for this: it shows only in the web stack,
 * `web`, and in its failed resources.
 */
export function cloudFrontCheck(
  web: Answer<Stack | undefined> | undefined,
  failures: Answer<readonly string[]>,
): Check {
  const name = "cloudfront";
  if (web && "value" in web && isDeployed(web.value))
    return { name, state: "ok", detail: "the account has a distribution" };
  if ("problem" in failures) return failedCheck(name, failures.problem, "warn");
  return failures.value.some((reason) => UNVERIFIED.test(reason))
    ? { name, state: "fail", detail: "AWS has not verified this account for CloudFront", fix: SUPPORT }
    : {
        name,
        state: "warn",
        detail:
          "known only from the first deployment: AWS refuses distributions to accounts it has not verified",
        fix: `if this account is new, before that deployment ${SUPPORT}`,
      };
}
