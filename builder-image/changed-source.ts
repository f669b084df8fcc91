import type { BuildLimits } from "#core/factory/build/limits.ts";
import { changedPaths, type TreeFile, treeEntries } from "#core/kernel/tree.ts";
import { collect } from "./collect.ts";

const MEGABYTE = 1024 * 1024;

/**
 * Paths of the draft's files that have changed since they were written; the audited source must be the published one.
 */
export function changedSource(workspace: string, draft: readonly TreeFile[], limits: BuildLimits): string[] {
  const { files } = collect(
    workspace,
    draft.map((file) => file.path),
    {
      files: limits.draft_files,
      bytes: limits.draft_mb * MEGABYTE,
      file_bytes: limits.draft_file_mb * MEGABYTE,
    },
  );
  return changedPaths(treeEntries(draft), treeEntries(files));
}
