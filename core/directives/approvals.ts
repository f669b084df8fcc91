import { z } from "zod";
import type { ToolVerdict } from "#core/directives/tool.ts";
import { approversSchema, MAX_GATE_SECONDS } from "#core/governance/gate/request.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";

const seconds = z.number().int().min(1).max(MAX_GATE_SECONDS);

/** Who decides on effects for which the policy wants a person, and until when. */
export const approvalsSchema = z
  .strictObject({
    approvers: approversSchema,
    expires_seconds: seconds,
    escalate: z.strictObject({ after_seconds: seconds, approvers: approversSchema }).nullable().default(null),
    justification: z.enum(["required", "words"]),
    devices: z.enum(["allowed", "refused"]),
  })
  .refine(
    ({ escalate, expires_seconds }) => escalate === null || escalate.after_seconds < expires_seconds,
    "escalate.after_seconds must be less than expires_seconds",
  );
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
