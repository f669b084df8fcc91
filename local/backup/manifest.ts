import { z } from "zod";

/** The last file of a backup: what it is of, and the digest of every other file in it. */
export const MANIFEST = "manifest.json";

export const manifestSchema = z.strictObject({
  /** Of the backup itself. */
  format: z.literal(1),
  /** Gantry's version that made it. */
  gantry: z.string(),
  /** Format of the data folder in it. */
  home_version: z.number().int().positive(),
  created_at: z.iso.datetime(),
  /** By path. */
  files: z.record(z.string(), z.strictObject({ size: z.number().int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;
