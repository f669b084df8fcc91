import { z } from "zod";
import { acceptanceSchema, MAX_ACCEPTANCES } from "#core/factory/acceptance.ts";
import { projectNameSchema } from "#core/factory/manifest/project-name.ts";
import { MAX_CUSTOM } from "#core/factory/specification/custom.ts";
import { STACK_NAMES } from "#core/factory/stacks/stacks.ts";
import { fileSchema } from "#core/kernel/files.ts";
import { text } from "#core/kernel/text.ts";

/** The draft of an app: all files including tests, its commands, and acceptances for the plan's promises. */
export const manifestSchema = z.strictObject({
  project_name: projectNameSchema,
  stack: z.enum(STACK_NAMES),
  files: z.array(fileSchema).min(1).max(400),
  audit_command: text().min(1).max(300),
  run_command: text().min(1).max(300),
  acceptance: z
    .array(acceptanceSchema)
    .min(1)
    .max(MAX_ACCEPTANCES + MAX_CUSTOM),
});
export type Manifest = z.infer<typeof manifestSchema>;
