import { z } from "zod";
import { testFault, testReportSchema } from "#core/factory/build/test-report.ts";
import { gitIdSchema } from "#core/kernel/git-id.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";
import { reportedText } from "#core/kernel/text.ts";

/** Why the supervisor killed a command. */
export const KILL_REASONS = [
  "timeout",
  "deadline",
  "memory",
  "output",
  "disk",
  "inodes",
  "cancelled",
] as const;
export type KillReason = (typeof KILL_REASONS)[number];

const streamSchema = z.strictObject({
  bytes: z.number().int().min(0),
  /**
   * The first and last bytes, decoded as UTF-8 with replacement characters; `tail` is empty when all fits into `head`.
   */
  head: reportedText(),
  tail: reportedText(),
});

export const stepResultSchema = z.strictObject({
  name: z.enum(["build", "audit"]),
  /** The command without the reporter that the supervisor adds. */
  command: z.array(reportedText()),
  exit_code: z.number().int().nullable(),
  signal: reportedText().nullable(),
  killed: z.enum(KILL_REASONS).nullable(),
  ms: z.number().min(0),
  peak_memory_mb: z.number().min(0),
  oom_kills: z.number().int().min(0),
  stdout: streamSchema,
  stderr: streamSchema,
  /** The test report of an audited test file; null for other commands. Absent in records of version 1. */
  tests: testReportSchema.nullable().default(null),
  /** How often a test file ran and failed, if it failed and was run again. The other members are those of one run. */
  runs: z.strictObject({ total: z.number().int().min(2), failed: z.number().int().min(1) }).exactOptional(),
});
export type StepResult = z.infer<typeof stepResultSchema>;

/**
 * Whether a command failed: it exited with an error, was killed, lost a process to the memory limit, or did not run and
 * pass all its tests.
 */
export function hasFailed({ exit_code, killed, oom_kills, tests }: StepResult): boolean {
  return (
    exit_code !== 0 || killed !== null || oom_kills > 0 || (tests !== null && testFault(tests) !== undefined)
  );
}

const treeEntrySchema = z.strictObject({
  path: reportedText(),
  sha256: sha256Schema,
  size: z.number().int().min(0),
  mode: z.enum(["100644", "100755"]),
});

/** Version 2 adds the output's tree digests before and after the audit, and the test reports. */
export const RESULT_VERSION = 2;

/**
 * The supervisor's record, the only source of a passed build. `verdict`: `passed`; `code`: a failure of the app;
 * `killed`: a sandbox limit was exceeded; `environment`: not the app's fault.
 */
export const buildResultSchema = z.strictObject({
  version: z.literal(RESULT_VERSION),
  tenant: idSchema,
  mission_id: idSchema,
  attempt: z.number().int().min(1),
  verdict: z.enum(["passed", "code", "killed", "environment"]),
  /** A sentence that describes what happened. */
  reason: reportedText(),
  executor: reportedText(),
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime(),
  steps: z.array(stepResultSchema),
  /** Digest of the log: all output of the commands, up to the output limit. */
  log_sha256: sha256Schema.nullable(),
  /** The audited source. */
  source: z
    .strictObject({
      sha256: sha256Schema,
      git_tree: gitIdSchema("tree"),
      files: z.number().int(),
    })
    .nullable(),
  /** Tree digests of the output before the audit and after all its processes had ended. They must be equal. */
  output_trees: z.strictObject({ before_audit: sha256Schema, after_audit: sha256Schema }).nullable(),
  /** Digest of the canonical JSON of the patterns for which the output was searched. */
  patterns_sha256: sha256Schema,
  /** The output in the layout of Vercel's Build Output API v3, as uploaded in `output`. */
  output: z
    .strictObject({
      sha256: sha256Schema,
      archive_sha256: sha256Schema,
      bytes: z.number().int(),
      entries: z.array(treeEntrySchema),
    })
    .nullable(),
  /** Files of the workspace that were not collected, with the reason. */
  skipped: z.array(z.strictObject({ path: reportedText(), reason: reportedText() })),
});
export type BuildResult = z.infer<typeof buildResultSchema>;

/** The progress of a build; the object is overwritten every few seconds. */
export const buildProgressSchema = z.strictObject({
  version: z.literal(1),
  mission_id: idSchema,
  attempt: z.number().int().min(1),
  seq: z.number().int().min(0),
  phase: z.enum(["verify", "write", "unpack", "build", "audit", "collect", "hash", "upload"]),
  elapsed_ms: z.number().min(0),
  memory_mb: z.number().min(0),
  output_tail: reportedText().max(2000),
});
export type BuildProgress = z.infer<typeof buildProgressSchema>;
