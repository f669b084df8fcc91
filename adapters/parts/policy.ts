import { z } from "zod";
import { part } from "#adapters/part.ts";
import { loadPolicy } from "#adapters/policy.ts";

export const policy = part({
  name: "policy",
  env: { POLICY_FILE: z.string().min(1) },
  make: ({ POLICY_FILE }) => loadPolicy(POLICY_FILE),
});
