import { z } from "zod";
import { buildLimitsSchema } from "#core/factory/build/limits.ts";
import { patternSchema } from "#core/factory/policy/patterns.ts";
import { STACK_NAMES } from "#core/factory/stacks/stacks.ts";
import { fileSchema } from "#core/kernel/files.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";

/**
 * The job of a builder, which it downloads once with a presigned GET. The presigned PUT URLs are secrets of the
 * supervisor and never reach the commands that it runs.
 */
export const buildJobSchema = z.strictObject({
  version: z.literal(1),
  tenant: idSchema,
  mission_id: idSchema,
  attempt: z.number().int().min(1).max(10),
  stack: z.enum(STACK_NAMES),
  files: z.array(fileSchema).min(1),
  audit_command: z.string().min(1).max(300),
  /** The dependency layer to unpack as node_modules, if the app has dependencies. */
  layer: z.strictObject({ url: z.url(), sha256: sha256Schema, size: z.number().int().positive() }).nullable(),
  limits: buildLimitsSchema,
  /** Patterns that the output must not contain: those of the policy that the draft was checked with. */
  patterns: z.array(patternSchema).max(400),
  /** Presigned PUT URLs. `progress` is written many times, the others once, `result` last. */
  put: z.strictObject({ progress: z.url(), output: z.url(), log: z.url(), result: z.url() }),
});
export type BuildJob = z.infer<typeof buildJobSchema>;
