import { z } from "zod";
import { MAX_ACCEPTANCES } from "#core/factory/acceptance.ts";
import { projectNameSchema } from "#core/factory/manifest/project-name.ts";
import { plannedSchema } from "#core/factory/specification/planned.ts";
import { STACK_NAMES } from "#core/factory/stacks/stacks.ts";
import { THEME_IDS } from "#core/factory/themes/themes.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { gitIdSchema } from "#core/kernel/git-id.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import { text } from "#core/kernel/text.ts";
import { ledgerSchema } from "./ledger.ts";

/** The most features of a plan. */
export const MAX_FEATURES = 40;
/** The longest summary of a plan, in characters. */
export const MAX_SUMMARY = 1000;
/** The most messages that a plan is made from. */
export const MAX_REQUEST = 20;

const featureSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "must be snake_case"),
  title: text().min(1).max(120),
  included: z.boolean(),
  /** Whether a person switched it off, so that it stays out although the words ask for it. */
  switched_off: z.literal(true).exactOptional(),
});

const questionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "must be snake_case"),
  question: text().min(1).max(200),
  options: z.array(text().min(1).max(80)).max(6),
  /** The answer that is assumed if the person gives none. */
  default: text().min(1).max(80),
});

const paths = () => z.array(text().min(1).max(200)).max(1000);

/** Paths that are added, changed and deleted. */
const differencesSchema = z.strictObject({ added: paths(), changed: paths(), deleted: paths() });
export type FileDifferences = z.infer<typeof differencesSchema>;

/** What people have committed to the app's repository since its release. */
const committedSchema = z.strictObject({
  branch: text().min(1).max(255),
  /** The commit at the end of the branch, by its git id. */
  commit: gitIdSchema("commit"),
  /** Digest of the artifact with the source at this commit, from which the change starts. */
  source: sha256Schema,
  /** How it differs from the release. */
  files: differencesSchema,
});
export type Committed = z.infer<typeof committedSchema>;

/** What a plan changes in an app that exists. */
const changeSchema = z.strictObject({
  project: projectNameSchema,
  /** The release that it starts from, with the git id of its tree. */
  release: z.number().int().min(1),
  tree: gitIdSchema("tree"),
  /** What becomes different, as sentences. */
  edits: z.array(text().min(1).max(300)).min(1).max(100),
  /** The paths that it adds, changes and deletes; absent if a model decides that while it drafts. */
  files: differencesSchema.exactOptional(),
  /** Absent if nothing was committed to the repository since the release. */
  repository: committedSchema.exactOptional(),
});
export type PlannedChange = z.infer<typeof changeSchema>;

/** What will be built, as shown to the person. A confirmation is bound to its hash. */
export const planSchema = z.strictObject({
  title: text().min(1).max(120),
  summary: text().min(1).max(MAX_SUMMARY),
  /** The blueprint that the offline brain uses, or `custom` for a design by a model. */
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "must be kebab-case"),
  project_name: projectNameSchema,
  stack: z.enum(STACK_NAMES),
  features: z.array(featureSchema).max(MAX_FEATURES),
  /** Promises in words; the draft must have an acceptance for each. */
  acceptance: z.array(text().min(1).max(200)).max(MAX_ACCEPTANCES),
  questions: z.array(questionSchema).max(2),
  deploy: z.boolean(),
  publish: z.boolean(),
  /** What the app or site is, if it is generated from its specification. */
  specification: plannedSchema.exactOptional(),
  /** What becomes of each word of the request. */
  ledger: ledgerSchema.exactOptional(),
  /** The person's messages, oldest first, which the architect also reads. */
  request: z.array(text().min(1).max(8000)).min(1).max(MAX_REQUEST),
  /** Digest of the design image; null if there is none. */
  design_image: sha256Schema.nullable(),
  /** Index of the message that the design image came with; absent for the first. */
  design_message: z.number().int().min(1).max(MAX_REQUEST).exactOptional(),
  /** The look that was chosen beside the words, and the index of the message it came with; absent if none was. */
  design_theme: z
    .strictObject({ id: z.enum(THEME_IDS), message: z.number().int().min(0).max(MAX_REQUEST) })
    .exactOptional(),
  /** For a change of an app that exists. */
  change: changeSchema.exactOptional(),
});
export type Plan = z.infer<typeof planSchema>;

const proposedFeatureSchema = featureSchema.omit({ switched_off: true }).extend({
  /** The promise, in the words of `acceptance`, that would not hold without this feature. */
  promise: text().min(1).max(200).exactOptional(),
});

/** The part of the plan that the consultant model proposes; code adds the rest. */
export const proposalSchema = planSchema
  .omit({
    deploy: true,
    publish: true,
    request: true,
    design_image: true,
    design_message: true,
    design_theme: true,
    change: true,
  })
  .extend({ features: z.array(proposedFeatureSchema).max(MAX_FEATURES) });
export type Proposal = z.infer<typeof proposalSchema>;

/** SHA-256 of the plan's canonical JSON. */
export function planHash(plan: Plan): string {
  return canonicalHash(plan);
}
