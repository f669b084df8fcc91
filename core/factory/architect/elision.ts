import { commentsIn } from "#core/factory/architect/comments-in.ts";
import { standsForBody, standsForCode } from "#core/factory/architect/left-out.ts";

/** A function that says it is not written. */
const NOT_WRITTEN = /\bthrow\s+new\s+\w*Error\(\s*["'`](?:not (?:yet )?implemented|todo)\b/i;
/** A line of dots, which is no code; a text may have one. */
const DOTS = /^\s*(?:\.\.\.|…)\s*$/;
const TEXT = /\.(?:md|txt)$/i;

/** Fewer lines are no sign of anything. */
const MIN_LINES = 20;
/** The share of its lines that a file may lose when it is written again. */
const MAX_SHRINK = 0.4;

/**
 * Why a file, or a part of one, does not seem to be whole, as a phrase; undefined if it does. `before` is the content that
 * it replaces.
 */
export function elisionFault(path: string, content: string, before?: string): string | undefined {
  const lines = content.split("\n");
  const index = leftOutAt(path, lines);
  if (index !== undefined)
    return `leaves something out at line ${index + 1} ('${(lines[index] as string).trim().slice(0, 60)}')`;
  const had = before?.split("\n").length ?? 0;
  if (had >= MIN_LINES && lines.length < had * (1 - MAX_SHRINK))
    return `has ${lines.length} lines where it had ${had}; write it whole, or delete it and write its parts as other files`;
  return undefined;
}

/** The first line that stands for left-out code. */
function leftOutAt(path: string, lines: readonly string[]): number | undefined {
  const comment = commentsIn(path, lines).find(
    ({ line, text }) => standsForCode(text) || (isBody(lines, line) && standsForBody(text)),
  );
  const code = lines.findIndex((line) => NOT_WRITTEN.test(line) || (DOTS.test(line) && !TEXT.test(path)));
  if (!comment) return code < 0 ? undefined : code;
  return code < 0 ? comment.line : Math.min(comment.line, code);
}

/** Whether a line that is only a comment is all that stands between braces. */
function isBody(lines: readonly string[], at: number): boolean {
  const [before, line, after] = [lines[at - 1] ?? "", lines[at] as string, lines[at + 1] ?? ""];
  if (/\{\s*(?:\/\/|\/\*)/.test(line)) return /\*\/\s*\}/.test(line) || /^\s*\}/.test(after);
  return /^\s*(?:\/\/|\/\*)/.test(line) && /\{\s*$/.test(before) && /^\s*\}/.test(after);
}
