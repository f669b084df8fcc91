import { readFileSync } from "node:fs";
import type { Policy } from "#core/factory/policy/policy.ts";
import { readPolicy } from "#core/factory/policy/read-policy.ts";

/**
 * Reads the installation's policy, which lies beside the functions as JSON. A missing or wrong one is an error: nothing
 * runs without a policy.
 */
export function loadPolicy(path: string): Policy {
  return readPolicy(JSON.parse(readFileSync(path, "utf8")), path);
}
