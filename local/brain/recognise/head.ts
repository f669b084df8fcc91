import type { Piece } from "./lexicon.ts";
import { headPieces, type Mark } from "./marks.ts";

/** What a message asks to be built: a kind we have, something else (in its words), or nothing yet. */
export type Head =
  | { readonly is: "kind"; readonly kind: string; readonly asked: boolean }
  | { readonly is: "other"; readonly what: string; readonly asked: boolean }
  | { readonly is: "none" };

/**
 * Finds the noun a request is about. Only fillers, features and framing may stand before it, and no unknown noun
 * right after it: "a chess notes app" and "a quiz generator" are not what we have. Of two kinds in a row the last
 * one counts. `asked` says whether a verb of making came before it.
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

/** The words from here to the next join, as they were said. */
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
