import { z } from "zod";
import type { ToolVerdict } from "#core/directives/tool.ts";
import { ESCALATES_LATE, escalatesInTime, escalationSchema, gateRules } from "#core/governance/gate/terms.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";

/** Who decides on directives with the verdict `require_human`, and until when. */
export const approvalsSchema = z
  .strictObject({ ...gateRules, escalate: escalationSchema.nullable().default(null) })
  .refine(escalatesInTime, ESCALATES_LATE);
type Approvals = z.infer<typeof approvalsSchema>;

/** Defaults for a policy without `approvals`. */
export const DEFAULT_APPROVALS: Approvals = {
  approvers: ["owner", "admin"],
  expires_seconds: 604_800,
  escalate: null,
  justification: "words",
  devices: "refused",
};

/** The part of a policy that concerns directives. */
interface DirectivePolicy {
  readonly directives: Readonly<Record<string, ToolVerdict>>;
  readonly approvals: Approvals;
}

export interface WithDirectives {
  /** Loads the policy that an execution is pinned to. */
  readonly policies: { load(tenant: string, ref: DefinitionRef): Promise<DirectivePolicy> };
}
