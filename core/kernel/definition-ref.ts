import { z } from "zod";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";

/** A reference to a definition. `sha256` is the digest of its canonical JSON. */
export const definitionRefSchema = z.strictObject({
  id: idSchema,
  version: z.string().min(1).max(64),
  sha256: sha256Schema,
});
export type DefinitionRef = Readonly<z.infer<typeof definitionRefSchema>>;
