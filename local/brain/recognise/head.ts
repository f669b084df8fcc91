import type { Piece } from "./lexicon.ts";
import { headPieces, type Mark } from "./marks.ts";

/** The app that a message requests: a known kind, something else (in the person's words), or nothing yet. */
export type Head =
  | { readonly is: "kind"; readonly kind: string; readonly asked: boolean }
  | { readonly is: "other"; readonly what: string; readonly asked: boolean }
  | { readonly is: "none" };

/**
 * Finds the head noun of a request. It may be preceded only by fillers, features and framing, and not be
 * followed directly by an unknown noun: "a chess notes app" and "a quiz generator" are unknown kinds. Of two
 * adjacent kinds the last one counts. `asked` is whether a verb such as "build" came before it.
 */
export function readHead(message: string): Head {
  const pieces = headPieces(message);
  let asked = false;
  let beyond: number | null = null;
  for (let at = 0; at < pieces.length; at++) {
    const mark = pieces[at]?.mark;
    if (mark?.is === "build") asked = true;
    else if (mark?.is === "kind" || mark?.is === "purpose") return kindAt(pieces, at, asked);
    else if (mark?.is === "beyond") beyond ??= at;
    else if (mark === undefined) return { is: "other", what: phraseAt(pieces, beyond ?? at), asked };
  }
  return beyond === null ? { is: "none" } : { is: "other", what: phraseAt(pieces, beyond), asked };
}

function kindAt(pieces: readonly Piece<Mark>[], start: number, asked: boolean): Head {
  let at = start;
  while (namesKind(pieces[at + 1]?.mark)) at++;
  const mark = pieces[at]?.mark;
  const next = pieces[at + 1];
  if (next && next.mark === undefined) return { is: "other", what: phraseAt(pieces, start), asked };
  return mark && "kind" in mark ? { is: "kind", kind: mark.kind, asked } : { is: "none" };
}

function namesKind(mark: Mark | undefined): boolean {
  return mark?.is === "kind";
}

/** Returns the words up to the next conjunction, in their original form. */
function phraseAt(pieces: readonly Piece<Mark>[], start: number): string {
  const end = pieces.findIndex(
    ({ mark, text }, at) => at > start && (text === "," || mark?.is === "join" || mark?.is === "for"),
  );
  const words = pieces.slice(start, end < 0 ? pieces.length : end).map(({ text }) => text);
  return words
    .join(" ")
    .replace(/[^\x20-\x7e]/g, "")
    .slice(0, 60)
    .trim();
}
