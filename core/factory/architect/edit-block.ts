import { REPLACE, SEARCH } from "#core/factory/architect/markers.ts";
import { applyEdits, type Edit } from "#core/factory/heal/edits.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** An edited file, or why its edits cannot be applied, as a phrase. */
type EditedFile = { readonly file: SourceFile } | { readonly why: string };

/** Applies a block of edits to the file that it is about. `lines` are those between the markers of the block. */
export function editFile(file: SourceFile, lines: readonly string[]): EditedFile {
  const edits = editsIn(file.path, lines);
  if (!edits) return { why: `has edits that are not pairs of '${SEARCH}' and '${REPLACE}'` };
  const { files, faults } = applyEdits([file], edits);
  const [fault] = faults;
  if (fault) return { why: `has an edit that cannot be applied. ${fault.sentence.replace(/\.$/, "")}` };
  return { file: files[0] as SourceFile };
}

/** The edits of a block; undefined unless each has its two parts, in order. */
function editsIn(path: string, lines: readonly string[]): Edit[] | undefined {
  const marks = lines.flatMap((line, at) => (line === SEARCH || line === REPLACE ? [at] : []));
  const inOrder = marks.every((at, index) => lines[at] === (index % 2 === 0 ? SEARCH : REPLACE));
  if (marks[0] !== 0 || marks.length % 2 !== 0 || !inOrder) return undefined;
  const part = (index: number) => lines.slice((marks[index] ?? 0) + 1, marks[index + 1]).join("\n");
  return Array.from({ length: marks.length / 2 }, (_, pair) => ({
    path,
    search: part(2 * pair),
    replace: part(2 * pair + 1),
  }));
}
