import { z } from "zod";

/** The last file of a backup: its origin and the digest of every other file. */
export const MANIFEST = "manifest.json";

export const manifestSchema = z.strictObject({
  /** Format of the backup itself. */
  format: z.literal(1),
  /** Version of Gantry that created it. */
  gantry: z.string(),
  /** Format of the data folder that it contains. */
  home_version: z.number().int().positive(),
  created_at: z.iso.datetime(),
  /** By path. */
  files: z.record(z.string(), z.strictObject({ size: z.number().int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;
