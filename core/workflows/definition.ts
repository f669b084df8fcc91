import { z } from "zod";
import type { WorkflowRef } from "#core/governance/execution/workflow-ref.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { definitionFaults } from "#core/workflows/check-definition.ts";
import { stepsSchema } from "#core/workflows/step.ts";

/** A data-defined workflow. It is immutable: a changed definition has a new version. */
export const definitionSchema = z
  .strictObject({
    id: idSchema,
    version: z.string().min(1).max(64),
    title: z.string().min(1).max(120),
    /** The state machine of its runs. */
    machine: z.literal("workflow"),
    /** The names of the members of its input; each value is a string. */
    input: z.array(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)).max(20),
    /** Time limit of a run, without the time in which it waits for people. */
    active_seconds: z.number().int().min(1).max(31_536_000),
    steps: stepsSchema,
  })
  .superRefine((definition, context) => {
    for (const message of definitionFaults(definition)) context.addIssue({ code: "custom", message });
  });
export type Definition = Readonly<z.infer<typeof definitionSchema>>;

/** The reference that pins an execution to this definition. */
export function workflowRef(definition: Definition): WorkflowRef {
  const { id, version } = definition;
  return { id, version, sha256: canonicalHash(definition) };
}
