import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { type CliConfig, programFile } from "#cli/config.ts";
import type { Check } from "#core/operations/check.ts";
import { findNode, firstLine, OWN_PROGRAM_MS, reinstall } from "./program.ts";

const policySchema = z.union([z.object({ stacks: z.array(z.string()) }), z.object({ error: z.string() })]);

/** The policy is read as the service reads it, on its Node: older ones do not know all regular expressions. */
export async function checkPolicy(config: CliConfig): Promise<Check> {
  const name = "policy";
  const path = join(config.root, "policy.yaml");
  const loader = pathToFileURL(programFile(config, "local/policy-file")).href;
  const program = `
    import { readPolicyFile } from ${JSON.stringify(loader)};
    let result;
    try { result = { stacks: readPolicyFile(${JSON.stringify(path)}).stacks }; } catch ({ message }) { result = { error: message }; }
    console.log(JSON.stringify(result));`;
  const node = findNode(config);
  const line = node && (await firstLine(node, ["--input-type=module", "-e", program], OWN_PROGRAM_MS));
  const policy = line ? policySchema.parse(JSON.parse(line)) : { error: "the service does not start" };
  if ("stacks" in policy)
    return { name, state: "ok", detail: `policy.yaml, stacks ${policy.stacks.join(", ")}` };
  const fix = config.isCheckout ? "git checkout policy.yaml" : reinstall(config);
  return { name, state: "fail", detail: policy.error.replace(/\s+/g, " "), fix };
}
