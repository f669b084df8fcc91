import { z } from "zod";
import { definitionRefSchema } from "#core/kernel/definition-ref.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { text } from "#core/kernel/text.ts";

/** A gate waits for at most a year: a state machine's run does not last longer. */
export const MAX_GATE_SECONDS = 31_536_000;

/** Roles: a membership (`owner`), or an authority role (`tech_lead`). */
export const approversSchema = z.array(idSchema).min(1).max(20).readonly();

const seconds = z.number().int().min(1).max(MAX_GATE_SECONDS);

/** Who else may decide, from so many seconds after the gate was opened. */
export const escalationSchema = z.strictObject({ after_seconds: seconds, approvers: approversSchema });

/** Who decides at a gate, how, and until when. */
export const gateRules = {
  /** Any one person with one of these roles may decide. */
  approvers: approversSchema,
  /** After so many seconds from its opening the system rejects. */
  expires_seconds: seconds,
  /** `required`: a reason in the person's own words. `words`: what the person said, which may be nothing. */
  justification: z.enum(["required", "words"]),
  /** Whether a decision through a personal device counts. */
  devices: z.enum(["allowed", "refused"]),
} as const;

/** Whether a gate is escalated before its time is over, if at all. */
export const escalatesInTime = ({
  escalate,
  expires_seconds,
}: {
  readonly escalate: { readonly after_seconds: number } | null;
  readonly expires_seconds: number;
}): boolean => escalate === null || escalate.after_seconds < expires_seconds;
export const ESCALATES_LATE = "escalate.after_seconds must be less than expires_seconds";

/** What a gate asks for; it stays the same for the gate's whole life, but for the approvers. */
export const gateTerms = {
  /** Names the request within its subject: the same key never opens a second gate. */
  key: z.string().regex(/^[!-~]{1,200}$/, "must be 1-200 visible ASCII characters"),
  /** The kind of decision: `build.confirm`, `deploy.production`. */
  name: idSchema,
  title: text().min(1).max(200),
  ...gateRules,
  escalate: escalationSchema.nullable().default(null),
  /** Whether a person may let it pass with a changed context. */
  overridable: z.boolean(),
  /** The policy that asks for a decision. */
  policy: definitionRefSchema,
} as const;

export const gateRequestSchema = z
  .strictObject({
    ...gateTerms,
    /** Exactly what the person decides on, as JSON; stored as canonical bytes under their digest. */
    snapshot: z.json(),
  })
  .refine(escalatesInTime, ESCALATES_LATE);
export type GateRequest = z.input<typeof gateRequestSchema>;
