import { z } from "zod";
import type { FileLimits } from "#core/kernel/files.ts";

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

/** The limits of a draft's files. */
export const draftLimits = (limits: BuildLimits): FileLimits => ({
  files: limits.draft_files,
  bytes: limits.draft_mb * 2 ** 20,
  file_bytes: limits.draft_file_mb * 2 ** 20,
});

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
  draft_mb: 16,
  draft_file_mb: 10,
};
