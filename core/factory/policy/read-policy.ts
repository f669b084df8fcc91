import { type Policy, policySchema } from "#core/factory/policy/policy.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { describeIssue } from "#core/kernel/input/describe-issue.ts";
import { describeFaults } from "#core/kernel/input/read-input.ts";

/** Parses the policy of the file `path`. Throws Internal, naming the file and each invalid member. */
export function readPolicy(value: unknown, path: string): Policy {
  const parsed = policySchema.safeParse(value, { error: describeIssue });
  if (parsed.success) return parsed.data;
  throw new GantryError("Internal", `${path} is not a valid policy: ${describeFaults(parsed.error)}`);
}
