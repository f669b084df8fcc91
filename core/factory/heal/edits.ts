import { findLines, type Line, linesOf, nearestLines } from "#core/factory/heal/line-match.ts";
import { isText } from "#core/factory/heal/rule.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** Replaces whole lines of a file. `search` has to match exactly one place of it; an empty `replace` deletes the lines. */
export interface Edit {
  readonly path: string;
  readonly search: string;
  readonly replace: string;
}

export interface Edited {
  readonly files: readonly SourceFile[];
  /** The edits that were not applied, as sentences from which a model can correct them. */
  readonly faults: readonly { readonly path: string; readonly sentence: string }[];
}

interface Place {
  readonly edit: Edit;
  readonly at: number;
  readonly length: number;
}

/** Lines of the file that a fault quotes. */
const QUOTED = 12;

/**
 * Applies edits to existing text files. All searches are made in the files as they are, so the order of edits does not
 * matter; lines outside the edits keep every byte. An edit that matches nowhere, more than once, or where another edit
 * matches, is a fault.
 */
export function applyEdits(files: readonly SourceFile[], edits: readonly Edit[]): Edited {
  const faults: { path: string; sentence: string }[] = [];
  const byPath = Map.groupBy(edits, ({ path }) => path);
  const edited = files.map((file) => {
    const own = byPath.get(file.path);
    byPath.delete(file.path);
    if (!own) return file;
    const fault = (sentence: string) => faults.push({ path: file.path, sentence });
    if (!isText(file)) {
      fault(`${file.path} is not a text file: it cannot be edited.`);
      return file;
    }
    const lines = linesOf(file.content);
    const places = apart(
      own.flatMap((edit) => place(edit, lines, fault)),
      fault,
    );
    return { ...file, content: replaced(lines, places) };
  });
  for (const path of byPath.keys())
    faults.push({ path, sentence: `There is no file ${path} to edit: give a new file as a whole.` });
  return { files: edited, faults };
}

/** Where the edit applies; empty, with a fault, unless that is exactly one place. */
function place(edit: Edit, lines: readonly Line[], fault: (sentence: string) => void): Place[] {
  const wanted = linesOf(edit.search);
  const found = findLines(lines, wanted);
  const [at] = found;
  if (at !== undefined && found.length === 1) return [{ edit, at, length: wanted.length }];
  const start = `The search in ${edit.path} that starts with "${firstLine(wanted)}"`;
  if (found.length > 1)
    fault(`${start} matches ${found.length} places: search for more lines, so that it matches one.`);
  else fault(`${start} matches no whole lines of the file. ${nearest(lines, wanted)}`);
  return [];
}

/** The places that do not overlap an earlier one. */
function apart(places: readonly Place[], fault: (sentence: string) => void): Place[] {
  const sorted = places.toSorted((a, b) => a.at - b.at);
  return sorted.filter(({ at, edit }, index) => {
    const before = sorted[index - 1];
    if (!before || before.at + before.length <= at) return true;
    fault(`Two searches in ${edit.path} match the same lines: make one edit of them.`);
    return false;
  });
}

function replaced(lines: readonly Line[], places: readonly Place[]): string {
  const end = lines.find((line) => line.end !== "")?.end ?? "\n";
  const next = places.toReversed().reduce<readonly Line[]>((text, { edit, at, length }) => {
    const old = text.slice(at, at + length);
    const wanted = linesOf(edit.search);
    const fresh = linesOf(edit.replace).map((line) => ({ text: indented(line.text, old, wanted), end }));
    const last = fresh.pop();
    // The last line of a file need not have a line end.
    return text.toSpliced(at, length, ...fresh, ...(last ? [{ ...last, end: old.at(-1)?.end ?? "" }] : []));
  }, lines);
  return next.map((line) => line.text + line.end).join("");
}

/** A line of the replacement, moved as far as the first line of the search has to be moved to match the file. */
function indented(line: string, old: readonly Line[], wanted: readonly Line[]): string {
  const has = indentOf(old);
  const given = indentOf(wanted);
  if (line.trim() === "" || has === given) return line;
  if (has.endsWith(given)) return has.slice(0, has.length - given.length) + line;
  const more = given.endsWith(has) ? given.slice(0, given.length - has.length) : "";
  return more !== "" && line.startsWith(more) ? line.slice(more.length) : line;
}

function indentOf(lines: readonly Line[]): string {
  return /^\s*/.exec(lines.find(({ text }) => text.trim() !== "")?.text ?? "")?.[0] ?? "";
}

function nearest(lines: readonly Line[], wanted: readonly Line[]): string {
  const at = nearestLines(lines, wanted);
  if (at === undefined) return "No lines are like it: copy the lines from the file as it is.";
  const shown = lines.slice(at, at + Math.min(wanted.length, QUOTED));
  const text = shown.map((line) => line.text).join("\n");
  return `The nearest lines, from line ${at + 1}, are:\n${text}\nCopy whole lines as they are.`;
}

function firstLine(lines: readonly Line[]): string {
  return (lines.find(({ text }) => text.trim() !== "")?.text.trim() ?? "").slice(0, 80);
}
