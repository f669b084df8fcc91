import type { ShownPlan } from "#cli/service/replies.ts";
import type { Output } from "#cli/terminal/output.ts";
import { text } from "#cli/terminal/safe-text.ts";

/** Files that are listed by name; of more, only their number is shown. */
const LISTED = 12;

/** Shows what a plan changes in an app that exists: the edits, and the files where they are known. */
export function showChange(out: Output, { change }: ShownPlan): void {
  if (!change) return;
  out.line(out.paint("dim", text`Changes of ${change.project}, from release ${change.release}`));
  for (const edit of change.edits) out.line(text`  ${edit}`);
  out.line();
  const { added = [], changed = [], deleted = [] } = change.files ?? {};
  if (added.length + changed.length + deleted.length === 0) return;
  out.line(out.paint("dim", "Files"));
  for (const [mark, paths] of [
    ["+", added],
    ["~", changed],
    ["-", deleted],
  ] as const) {
    for (const path of paths.slice(0, LISTED)) out.line(text`  ${mark} ${path}`);
    if (paths.length > LISTED) out.line(text`  ${mark} and ${paths.length - LISTED} more`);
  }
  out.line();
}
