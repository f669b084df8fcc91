import { auditPlan, type TestFile } from "#core/factory/build/audit.ts";
import type { BuildJob } from "#core/factory/build/job.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { checkFiles, fileBytes } from "#core/kernel/files.ts";
import type { TreeFile } from "#core/kernel/tree.ts";

const MEGABYTE = 1024 * 1024;

export interface BuildPlan {
  readonly files: TreeFile[];
  readonly build: readonly (readonly string[])[];
  readonly tests: readonly TestFile[];
}

/** Checks names, sizes and the audit command before anything is written. Throws InvalidDraft. */
export function verifyJob(job: BuildJob): BuildPlan {
  const { limits } = job;
  checkFiles(job.files, {
    files: limits.draft_files,
    bytes: limits.draft_mb * MEGABYTE,
    file_bytes: limits.draft_file_mb * MEGABYTE,
  });
  const stack = stackOf(job.stack);
  return {
    files: job.files.map((file) => ({ path: file.path, bytes: fileBytes(file) })),
    build: stack.build,
    tests: auditPlan(
      stack,
      job.audit_command,
      job.files.map((file) => file.path),
    ),
  };
}
