import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { GantryError } from "#core/errors.ts";
import { describeIssue } from "#core/input/describe-issue.ts";
import { describeFaults } from "#core/input/read-input.ts";
import { type Policy, policySchema } from "#core/policy/policy.ts";

/** Reads `policy.yaml`. A missing or wrong policy stops the function: nothing runs without one. */
export function loadPolicy(path: string): Policy {
  const document = parseDocument(readFileSync(path, "utf8"));
  const [broken] = document.errors;
  if (broken) throw new GantryError("Internal", `${path} is not YAML: ${broken.message}`);
  const parsed = policySchema.safeParse(document.toJS(), { error: describeIssue });
  if (parsed.success) return parsed.data;
  throw new GantryError("Internal", `${path} is not a policy: ${describeFaults(parsed.error)}`);
}
