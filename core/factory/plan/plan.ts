import { z } from "zod";
import { projectNameSchema } from "#core/factory/manifest/project-name.ts";
import { plannedSchema } from "#core/factory/specification/planned.ts";
import { STACK_NAMES } from "#core/factory/stacks/stacks.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import { text } from "#core/kernel/text.ts";
import { ledgerSchema } from "./ledger.ts";

/** The most features of a plan. */
export const MAX_FEATURES = 24;

const featureSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "must be snake_case"),
  title: text().min(1).max(120),
  included: z.boolean(),
});

const questionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "must be snake_case"),
  question: text().min(1).max(200),
  options: z.array(text().min(1).max(80)).max(6),
  /** The answer that is assumed if the person gives none. */
  default: text().min(1).max(80),
});

/** What will be built, as shown to the person. A confirmation is bound to its hash. */
export const planSchema = z.strictObject({
  title: text().min(1).max(120),
  summary: text().min(1).max(1000),
  /** The blueprint that the offline brain uses, or `custom` for a design by a model. */
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "must be kebab-case"),
  project_name: projectNameSchema,
  stack: z.enum(STACK_NAMES),
  features: z.array(featureSchema).max(MAX_FEATURES),
  /** Promises in words; the draft must have an acceptance for each. */
  acceptance: z.array(text().min(1).max(200)).max(12),
  questions: z.array(questionSchema).max(2),
  deploy: z.boolean(),
  publish: z.boolean(),
  /** What the app or site is, if it is generated from its specification. */
  specification: plannedSchema.exactOptional(),
  /** What becomes of each word of the request. */
  ledger: ledgerSchema.exactOptional(),
  /** The person's messages, oldest first, which the architect also reads. */
  request: z.array(text().min(1).max(8000)).min(1).max(20),
  /** Digest of the design image; null if there is none. */
  design_image: sha256Schema.nullable(),
});
export type Plan = z.infer<typeof planSchema>;

/** The part of the plan that the consultant model proposes; code adds the rest. */
export const proposalSchema = planSchema.omit({
  deploy: true,
  publish: true,
  request: true,
  design_image: true,
});
export type Proposal = z.infer<typeof proposalSchema>;

/** SHA-256 of the plan's canonical JSON. */
export function planHash(plan: Plan): string {
  return canonicalHash(plan);
}
