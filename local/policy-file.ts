import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, YAMLParseError } from "yaml";
import type { Policy } from "#core/factory/policy/policy.ts";
import { readPolicy } from "#core/factory/policy/read-policy.ts";
import { fileError } from "#core/kernel/file-error.ts";

/** Returns the path of the policy as JSON, which the functions read. On AWS it is a file beside them. */
export const policyFile = (home: string): string => join(home, "policy.json");

/** Reads a policy from a YAML file. Throws an error that names the file and the invalid member. */
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
