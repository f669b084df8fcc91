import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { GantryError } from "#core/errors.ts";
import { type Policy, policySchema } from "#core/policy/policy.ts";

/** Reads `policy.yaml`. A missing or wrong policy stops the function: nothing runs without one. */
export function loadPolicy(path: string): Policy {
  const parsed = policySchema.safeParse(parse(readFileSync(path, "utf8")));
  if (parsed.success) return parsed.data;
  throw new GantryError("Internal", `${path} is not a policy: ${z.prettifyError(parsed.error)}`);
}
