import { z } from "zod";
import { testFault, testReportSchema } from "#core/factory/build/test-report.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";
import { reportedText } from "#core/kernel/text.ts";

/** Why the supervisor ended a command before it ended itself. */
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
  /** First and last kept bytes, decoded as UTF-8 with replacement; `tail` is empty when all fits into `head`. */
  head: reportedText(),
  tail: reportedText(),
});

export const stepResultSchema = z.strictObject({
  name: z.enum(["build", "audit"]),
  /** As a person would run it; the supervisor adds its own reporter. */
  command: z.array(reportedText()),
  exit_code: z.number().int().nullable(),
  signal: reportedText().nullable(),
  killed: z.enum(KILL_REASONS).nullable(),
  ms: z.number().min(0),
  peak_memory_mb: z.number().min(0),
  oom_kills: z.number().int().min(0),
  stdout: streamSchema,
  stderr: streamSchema,
  /** What the audit of a test file reported; null for other commands. Records of version 1 do not have it. */
  tests: testReportSchema.nullable().default(null),
});
export type StepResult = z.infer<typeof stepResultSchema>;

/**
 * Whether a command did not do what it should: it ended with an error, was ended, lost a process to the memory
 * limit, or its tests were not all run and passed.
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

/** 2: the record carries the output's tree before and after the audit, and what each test file reported. */
export const RESULT_VERSION = 2;

/**
 * The supervisor's own record: the only source of a green build. `verdict`: passed; code = the app's own
 * failure; killed = a limit of the sandbox ended it; environment = not the app's fault.
 */
export const buildResultSchema = z.strictObject({
  version: z.literal(RESULT_VERSION),
  tenant: idSchema,
  mission_id: idSchema,
  attempt: z.number().int().min(1),
  verdict: z.enum(["passed", "code", "killed", "environment"]),
  /** One sentence that says what happened. */
  reason: reportedText(),
  executor: reportedText(),
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime(),
  steps: z.array(stepResultSchema),
  /** Digest of the log object: every byte the commands wrote, up to the output limit. */
  log_sha256: sha256Schema.nullable(),
  /** The source as it was materialised and audited. */
  source: z
    .strictObject({
      sha256: sha256Schema,
      git_tree: z.string().regex(/^[0-9a-f]{40}$/),
      files: z.number().int(),
    })
    .nullable(),
  /** Tree digests of the output: before the audit began, and after all its processes were gone. They must be the same. */
  output_trees: z.strictObject({ before_audit: sha256Schema, after_audit: sha256Schema }).nullable(),
  /** Digest of the canonical JSON of the patterns that the output was searched for. */
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
  /** Files of the workspace that were not collected, and why. */
  skipped: z.array(z.strictObject({ path: reportedText(), reason: reportedText() })),
});
export type BuildResult = z.infer<typeof buildResultSchema>;

/** A line of progress, overwritten in place every few seconds. */
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
