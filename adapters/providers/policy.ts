import { z } from "zod";
import { loadPolicy } from "#adapters/files/policy.ts";
import { provider } from "#adapters/provider.ts";

export const policy = provider({
  name: "policy",
  env: { POLICY_FILE: z.string().min(1) },
  create: ({ POLICY_FILE }) => loadPolicy(POLICY_FILE),
});
