import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { readPolicy } from "#core/factory/policy/read-policy.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { POLICY_SOURCE } from "#deployment/function-row.ts";

/**
 * The policy in the form that functions read: JSON, so that none of them contains a YAML parser. An invalid
 * policy throws and stops the synthesis.
 */
export async function policyJson(root: string): Promise<string> {
  const path = join(root, POLICY_SOURCE);
  return canonicalJson(readPolicy(parse(await readFile(path, "utf8")), path));
}
