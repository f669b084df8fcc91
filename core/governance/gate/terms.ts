import { z } from "zod";
import { definitionRefSchema } from "#core/kernel/definition-ref.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { text } from "#core/kernel/text.ts";

/** One year, because an execution of a Standard state machine can last no longer. */
export const MAX_GATE_SECONDS = 31_536_000;

/** Membership roles (`owner`) or authority roles (`tech_lead`). */
export const approversSchema = z.array(idSchema).min(1).max(20).readonly();

const seconds = z.number().int().min(1).max(MAX_GATE_SECONDS);

/** Additional approvers, from `after_seconds` after the gate was opened. */
export const escalationSchema = z.strictObject({ after_seconds: seconds, approvers: approversSchema });

/** Who may decide on a gate, how, and until when. */
export const gateRules = {
  /** Any one person with one of these roles may decide. */
  approvers: approversSchema,
  /** How many seconds after its opening the system rejects the gate. */
  expires_seconds: seconds,
  /** `required`: the person must give a reason. `words`: what the person said, which may be empty. */
  justification: z.enum(["required", "words"]),
  /** Whether a decision through a personal device counts. */
  devices: z.enum(["allowed", "refused"]),
} as const;

/** Whether the escalation, if any, comes before the gate expires. */
export const escalatesInTime = ({
  escalate,
  expires_seconds,
}: {
  readonly escalate: { readonly after_seconds: number } | null;
  readonly expires_seconds: number;
}): boolean => escalate === null || escalate.after_seconds < expires_seconds;
export const ESCALATES_LATE = "escalate.after_seconds must be less than expires_seconds";

/** The terms of a gate. Only the approvers can change while it is open. */
export const gateTerms = {
  /** Identifies the request within its subject: the same key never opens a second gate. */
  key: z.string().regex(/^[!-~]{1,200}$/, "must be 1-200 visible ASCII characters"),
  /** The kind of decision: `build.confirm`, `deploy.production`. */
  name: idSchema,
  title: text().min(1).max(200),
  ...gateRules,
  escalate: escalationSchema.nullable().default(null),
  /** Whether a person may approve with a changed context (OVERRIDE). */
  overridable: z.boolean(),
  /** The policy that requires the decision. */
  policy: definitionRefSchema,
} as const;
