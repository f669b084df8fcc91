import { readFileSync } from "node:fs";
import type { Policy } from "#core/factory/policy/policy.ts";
import { readPolicy } from "#core/factory/policy/read-policy.ts";

/**
 * Reads the installation's policy, which is bundled with the functions as JSON. Throws when it is missing or invalid,
 * because nothing may run without a policy.
 */
export function loadPolicy(path: string): Policy {
  return readPolicy(JSON.parse(readFileSync(path, "utf8")), path);
}
