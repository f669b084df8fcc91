import type { MissionFile } from "#sdk/typescript/api.ts";

/** A line of a file, or a number of lines that did not change and are left out. Line numbers count from 1. */
export type DiffRow =
  | {
      readonly kind: "same" | "added" | "removed";
      readonly text: string;
      readonly old: number | null;
      readonly now: number | null;
    }
  | { readonly kind: "left out"; readonly lines: number };

/** Unchanged lines shown around a change. */
const CONTEXT = 3;

/** A file as its lines, with what changed and the lines around it; all lines if there is nothing to compare. */
export function diffRows({
  content,
  before,
  hunks,
}: Pick<MissionFile, "content" | "before" | "hunks">): DiffRow[] {
  const now = linesOf(content);
  const old = linesOf(before);
  if (content === null) return old.map((text, at) => line("removed", text, at + 1, null));
  if (before === null || hunks.length === 0) return now.map((text, at) => line("same", text, null, at + 1));
  const rows: DiffRow[] = [];
  let [from, start] = [0, 0];
  for (const hunk of [...hunks, { from: old.length, to: old.length, start: now.length, end: now.length }]) {
    const isFirst = rows.length === 0;
    const isLast = hunk.from === old.length && hunk.to === old.length && hunk.start === now.length;
    rows.push(...unchanged(now.slice(start, hunk.start), { from, start, isFirst, isLast }));
    rows.push(
      ...old.slice(hunk.from, hunk.to).map((text, at) => line("removed", text, hunk.from + at + 1, null)),
    );
    rows.push(
      ...now.slice(hunk.start, hunk.end).map((text, at) => line("added", text, null, hunk.start + at + 1)),
    );
    [from, start] = [hunk.to, hunk.end];
  }
  return rows;
}

interface Place {
  readonly from: number;
  readonly start: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Unchanged lines between two changes: those beside a change, with the number of those between. */
function unchanged(lines: readonly string[], { from, start, isFirst, isLast }: Place): DiffRow[] {
  const rows = lines.map((text, at) => line("same", text, from + at + 1, start + at + 1));
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  const left = rows.length - head - tail;
  // A line that says that one is left out takes as much room as the line.
  if (left <= 1) return rows;
  return [...rows.slice(0, head), { kind: "left out", lines: left }, ...rows.slice(rows.length - tail)];
}

const line = (
  kind: "same" | "added" | "removed",
  text: string,
  old: number | null,
  now: number | null,
): DiffRow => ({
  kind,
  text,
  old,
  now,
});

const linesOf = (text: string | null): string[] => (text === null ? [] : text.split("\n"));
