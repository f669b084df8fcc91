import type { EditWords } from "#core/factory/change/words/edit-words.ts";
import type { Committed } from "#core/factory/plan/plan.ts";

/** The most files that are named. */
const NAMED = 4;

/** What was committed to the repository since the release, as a sentence that names the first files. */
export function committedEdits(words: EditWords, repository: Committed | undefined): string[] {
  if (!repository) return [];
  const { added, changed, deleted } = repository.files;
  const paths = [...changed, ...added, ...deleted];
  const named = paths.slice(0, NAMED).join(", ");
  return [words.takesIn(repository.branch, named, paths.length - Math.min(paths.length, NAMED))];
}
