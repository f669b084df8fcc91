import type { MergeConflict } from "./conflict.ts";
import { mergeSequences, type Region } from "./merge-sequences.ts";

/** A merged value, or why there is none. */
export type Merged<T> = { readonly value: T } | { readonly conflicts: readonly MergeConflict[] };

/** Merges three versions of a text by lines. Line endings belong to their lines and stay as they are. */
export function mergeText(path: string, base: string, ours: string, theirs: string): Merged<string> {
  const regions = mergeSequences(linesOf(base), linesOf(ours), linesOf(theirs));
  const conflicts = regions.flatMap((region) => (region.agreed ? [] : [conflictOf(path, region)]));
  if (conflicts.length > 0) return { conflicts };
  return { value: regions.flatMap((region) => (region.agreed ? region.items : [])).join("") };
}

/** The lines of a text, each with its ending. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function conflictOf(path: string, { at, ours }: Extract<Region, { agreed: false }>): MergeConflict {
  const lines = { from: at + 1, to: at + Math.max(ours.length, 1) };
  const place =
    ours.length === 0
      ? `What stood before line ${lines.from} of ${path} was removed`
      : ours.length === 1
        ? `Line ${lines.from} of ${path} was edited`
        : `Lines ${lines.from} to ${lines.to} of ${path} were edited`;
  return {
    path,
    lines,
    sentence: `${place} since the file was generated, and the change needs another text there.`,
  };
}
