import { z } from "zod";
import { idSchema, sha256Schema } from "#core/ids.ts";

/** The workflow that an execution follows, by its exact definition: the digest is of its canonical JSON. */
export const workflowSchema = z.strictObject({
  id: idSchema,
  version: z.string().min(1).max(64),
  sha256: sha256Schema,
});
export type WorkflowRef = Readonly<z.infer<typeof workflowSchema>>;
