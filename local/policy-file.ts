import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, YAMLParseError } from "yaml";
import type { Policy } from "#core/factory/policy/policy.ts";
import { readPolicy } from "#core/factory/policy/read-policy.ts";
import { fileError } from "#core/kernel/file-error.ts";

/** Where the functions find the policy. On AWS it lies beside them as JSON too. */
export const policyFile = (home: string): string => join(home, "policy.json");

/** Reads a policy as people write it: YAML. Throws a sentence that names the file and what is wrong. */
export function readPolicyFile(path: string): Policy {
  return readPolicy(readYaml(path), path);
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof YAMLParseError)
      throw new Error(`${path} is not YAML: ${error.message.split("\n")[0]}`);
    throw new Error(fileError(path, "read", error as NodeJS.ErrnoException));
  }
}
