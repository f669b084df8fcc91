import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { type Policy, policySchema } from "#core/factory/policy/policy.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { describeIssue } from "#core/kernel/input/describe-issue.ts";
import { describeFaults } from "#core/kernel/input/read-input.ts";

/** Reads `policy.yaml`. A missing or wrong policy stops the function: nothing runs without one. */
export function loadPolicy(path: string): Policy {
  const document = parseDocument(readFileSync(path, "utf8"));
  const [broken] = document.errors;
  if (broken) throw new GantryError("Internal", `${path} is not YAML: ${broken.message}`);
  const parsed = policySchema.safeParse(document.toJS(), { error: describeIssue });
  if (parsed.success) return parsed.data;
  throw new GantryError("Internal", `${path} is not a policy: ${describeFaults(parsed.error)}`);
}
