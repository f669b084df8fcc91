import { z } from "zod";
import { patternSchema } from "#core/factory/policy/patterns.ts";
import { STACK_NAMES } from "#core/factory/stacks/stacks.ts";
import { fileSchema } from "#core/kernel/files.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";

/** Maximum time that a builder waits for its job, in seconds. */
export const MAX_WAIT_SECONDS = 600;

/** Limits of one build attempt. Times in seconds, memory and disk in MB, output in bytes. */
export const buildLimitsSchema = z.strictObject({
  job_seconds: z.number().int().min(1).max(900),
  command_seconds: z.number().int().min(1).max(600),
  memory_mb: z.number().int().min(128).max(8192),
  cpu_cores: z.number().min(0.1).max(4),
  processes: z.number().int().min(16).max(4096),
  file_mb: z.number().int().min(1).max(2048),
  open_files: z.number().int().min(64).max(65536),
  workspace_mb: z.number().int().min(16).max(16384),
  workspace_inodes: z.number().int().min(1000).max(1_000_000),
  output_bytes: z
    .number()
    .int()
    .min(65_536)
    .max(64 * 1024 * 1024),
  kept_output_bytes: z.number().int().min(1024).max(262_144),
  collect_files: z.number().int().min(1).max(20_000),
  collect_mb: z.number().int().min(1).max(512),
  collect_file_mb: z.number().int().min(1).max(128),
  draft_files: z.number().int().min(1).max(400),
  draft_mb: z.number().int().min(1).max(64),
  draft_file_mb: z.number().int().min(1).max(16),
});
export type BuildLimits = z.infer<typeof buildLimitsSchema>;

/** The small tier. */
export const DEFAULT_LIMITS: BuildLimits = {
  job_seconds: 180,
  command_seconds: 120,
  memory_mb: 512,
  cpu_cores: 0.5,
  processes: 256,
  file_mb: 256,
  open_files: 1024,
  workspace_mb: 1024,
  workspace_inodes: 150_000,
  output_bytes: 16 * 1024 * 1024,
  kept_output_bytes: 65_536,
  collect_files: 2000,
  collect_mb: 64,
  collect_file_mb: 16,
  draft_files: 400,
  draft_mb: 8,
  draft_file_mb: 4,
};

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
