import type { ChangeResult } from "#cli/eval/result.ts";
import type { ShownPlan } from "#cli/service/replies.ts";
import { fileDifferences } from "#core/factory/change/file-differences.ts";
import type { FileDifferences } from "#core/factory/plan/plan.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** How the source after a change differs from the one before, and from what was planned or committed by people. */
export function changedFiles(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  plan: ShownPlan | null,
): NonNullable<ChangeResult["files"]> {
  const planned = plan?.change?.files;
  const committed = plan?.change?.repository?.files;
  const touched = pathsOf(fileDifferences(before, after));
  const listed = planned && new Set([...pathsOf(planned), ...(committed ? pathsOf(committed) : [])]);
  return {
    touched: touched.length,
    of: before.length,
    unplanned: listed ? touched.filter((path) => !listed.has(path)) : null,
  };
}

const pathsOf = ({ added, changed, deleted }: FileDifferences) => [...added, ...changed, ...deleted];
