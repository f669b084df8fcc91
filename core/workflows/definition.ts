import { z } from "zod";
import { idSchema } from "#core/kernel/ids.ts";
import { definitionFaults } from "#core/workflows/check-definition.ts";
import { stepsSchema } from "#core/workflows/step.ts";

const inputNames = z.array(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)).max(20);

/** The members of every definition. */
const common = {
  id: idSchema,
  version: z.string().min(1).max(64),
  title: z.string().min(1).max(120),
  /** The names of the members of its input; each value is a string. */
  input: inputNames,
};

const stepsDefinitionSchema = z
  .strictObject({
    ...common,
    machine: z.literal("workflow"),
    /** Time limit of a run, without the time in which it waits for people. */
    active_seconds: z.number().int().min(1).max(31_536_000),
    /** Whether a run starts with a person's approval of exactly this run, because their request is the decision. */
    approved: z.literal(true).optional(),
    steps: stepsSchema,
  })
  .superRefine((definition, context) => {
    for (const message of definitionFaults(definition)) context.addIssue({ code: "custom", message });
  });

const inlineDefinitionSchema = z.strictObject({
  ...common,
  machine: z.literal("inline"),
  /** The names of further members of its input, each of which may be absent. */
  optional: inputNames.exactOptional(),
  /** Time limit of a run: at most the 29 s that API Gateway waits for a response. */
  active_seconds: z.number().int().min(1).max(29),
});

/**
 * The definition of a workflow, by machine: `workflow` for a list of steps, `inline` for one function that runs within
 * a request. It is immutable: a changed definition has a new version.
 */
export const definitionSchema = z.discriminatedUnion("machine", [
  stepsDefinitionSchema,
  inlineDefinitionSchema,
]);
export type Definition = Readonly<z.infer<typeof definitionSchema>>;
export type StepsDefinition = Extract<Definition, { readonly machine: "workflow" }>;
export type InlineDefinition = Extract<Definition, { readonly machine: "inline" }>;
