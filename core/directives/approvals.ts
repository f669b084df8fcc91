import { z } from "zod";
import type { ToolVerdict } from "#core/directives/tool.ts";
import {
  ESCALATES_LATE,
  escalatesInTime,
  escalationSchema,
  gateRules,
} from "#core/governance/gate/request.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";

/** Who decides on effects for which the policy wants a person, and until when. */
export const approvalsSchema = z
  .strictObject({ ...gateRules, escalate: escalationSchema.nullable().default(null) })
  .refine(escalatesInTime, ESCALATES_LATE);
type Approvals = z.infer<typeof approvalsSchema>;

/** What a policy says that names none. */
export const DEFAULT_APPROVALS: Approvals = {
  approvers: ["owner", "admin"],
  expires_seconds: 604_800,
  escalate: null,
  justification: "words",
  devices: "refused",
};

/** As much of a policy as effects are held to. */
interface DirectivePolicy {
  readonly directives: Readonly<Record<string, ToolVerdict>>;
  readonly approvals: Approvals;
}

export interface WithDirectives {
  /** The policies that executions are pinned to. */
  readonly policies: { load(tenant: string, ref: DefinitionRef): Promise<DirectivePolicy> };
}
