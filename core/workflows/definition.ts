import { z } from "zod";
import type { WorkflowRef } from "#core/governance/execution/workflow-ref.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { definitionFaults } from "#core/workflows/check-definition.ts";
import { stepsSchema } from "#core/workflows/step.ts";

/** A workflow that is data. It never changes: another definition has another version. */
export const definitionSchema = z
  .strictObject({
    id: idSchema,
    version: z.string().min(1).max(64),
    title: z.string().min(1).max(120),
    /** The machine its runs are on. */
    machine: z.literal("workflow"),
    /** The names of its input's members, each a text. */
    input: z.array(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)).max(20),
    /** How long a run may take, not counting the time in which it waits for people. */
    active_seconds: z.number().int().min(1).max(31_536_000),
    steps: stepsSchema,
  })
  .superRefine((definition, context) => {
    for (const message of definitionFaults(definition)) context.addIssue({ code: "custom", message });
  });
export type Definition = Readonly<z.infer<typeof definitionSchema>>;

/** What an execution of this definition is pinned to. */
export function workflowRef(definition: Definition): WorkflowRef {
  const { id, version } = definition;
  return { id, version, sha256: canonicalHash(definition) };
}
