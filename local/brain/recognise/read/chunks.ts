import type { Chunk } from "./chunk.ts";
import { opensExamples, withExamples } from "./examples.ts";
import type { Role } from "./grammar.ts";
import { withNegations } from "./negations.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";

/** Words that end a chunk; all others are part of it. */
const BOUNDARIES: readonly Role[] = [
  "and",
  "or",
  "with",
  "for",
  "in",
  "by",
  "each",
  "has",
  "but",
  "that",
  "negate",
  "instead",
  "rename",
  "restart",
];
/** Words that only lead: between two naming words they are part of the chunk. */
const LEADING: readonly Role[] = ["build", "add", "remove", "several", "to", "like", "yes", "no"];

/** Splits pieces into chunks and tells which of them are negated. */
export function chunksOf(pieces: readonly Piece[]): Chunk[] {
  const chunks: Chunk[] = [];
  let chunk = emptyChunk();
  const next = () => {
    if (chunk.pieces.length === 0) return;
    chunks.push(chunk);
    chunk = emptyChunk();
  };
  pieces.forEach((piece, at) => {
    if (/^[,.;:!?()\n"“”„•*]$/.test(piece.text)) {
      next();
      // "From, to, approved": a preposition that stands alone in a list does not lead what follows.
      if (piece.text === "," && chunk.lead.every((role) => role === "to")) chunk.lead.length = 0;
      chunk.marks.push(piece.text);
    } else if (isMomentAlone(pieces, at)) {
      chunk.pieces.push({ ...piece, senses: [], function: false });
    } else if (
      hasRole(piece, "negated") &&
      chunk.pieces.length > 0 &&
      (!hasRole(piece, "negate", "no") || endsAt(pieces, at + 1))
    ) {
      chunk.negators = [piece];
      next();
    } else if (hasRole(piece, "harmless")) {
      chunk.before.push(piece);
    } else if (opensExamples(pieces, at, chunk.pieces.at(-1))) {
      next();
      chunk.before.push(piece);
      chunk.examples = true;
    } else if (hasRole(piece, ...BOUNDARIES) || (hasRole(piece, "several") && chunk.lead.includes("each"))) {
      next();
      lead(chunk, piece, [...BOUNDARIES, "several"]);
    } else if (
      chunk.pieces.length === 0 &&
      hasRole(piece, ...LEADING) &&
      !isUnwanted(pieces, at) &&
      !isItem(pieces, at)
    ) {
      lead(chunk, piece, LEADING);
    } else if (
      piece.function &&
      !piece.figure &&
      !hasRole(piece, "of", "style") &&
      !isAlone(pieces, at) &&
      !isDecided(pieces, at)
    ) {
      chunk.before.push(piece);
    } else if (!/^\p{P}$/u.test(piece.text)) {
      chunk.pieces.push(piece);
    }
  });
  next();
  if (chunk.before.length > 0 || chunk.lead.length > 0) chunks.push(chunk);
  return withExamples(withNegations(chunks.flatMap(withoutTail)));
}

/** "Date, from, to": a preposition that stands alone in a list tells when something starts or ends. */
function isMomentAlone(pieces: readonly Piece[], at: number): boolean {
  const [before, next] = [pieces[at - 1], pieces[at + 1]];
  return MOMENT.test(pieces[at]?.text ?? "") && before?.text === "," && (!next || next.text === ",");
}

/** The prepositions by which a time is known: from and to. */
const MOMENT = /^(from|to|until|till|von|bis|de|à|desde|hasta)$/i;

/** "Fait ou non": a word that is also a detail, before its two values. */
function isDecided(pieces: readonly Piece[], at: number): boolean {
  return senseOf(pieces[at], "field") !== undefined && pieces[at + 1]?.figure?.is === "yes_no";
}

/** "(mint, good, poor)": a word that asks for nothing in a sentence is one of a list where it stands alone. */
function isAlone(pieces: readonly Piece[], at: number): boolean {
  const open = pieces.slice(0, at).findLast(({ text }) => /^[()]$/.test(text));
  return (
    open?.text === "(" &&
    /^[(,/]$/.test(pieces[at - 1]?.text ?? "") &&
    /^[),/]$/.test(pieces[at + 1]?.text ?? "")
  );
}

/** "An expense tracker connected to my bank": what follows the word for the app is a wish of its own. */
function withoutTail(chunk: Chunk): Chunk[] {
  const { pieces } = chunk;
  const at = pieces.findIndex((piece, index) => {
    const app = senseOf(pieces[index - 1], "container") && !senseOf(pieces[index - 1], "noun");
    const named = pieces.slice(0, index).some((before) => senseOf(before, "noun"));
    const other =
      !senseOf(piece, "container") &&
      !senseOf(piece, "view") &&
      !hasRole(piece, "of", "style", "filler") &&
      !piece.figure;
    const toDo =
      senseOf(piece, "inherent") && pieces.slice(0, index).every((before) => senseOf(before, "container"));
    if (index > 0 && toDo && other) return true;
    return index > 0 && named && ((app && other) || (senseOf(piece, "beyond") && !isNaming(piece)));
  });
  if (at < 1) return [chunk];
  return [
    { ...chunk, pieces: pieces.slice(0, at) },
    { ...emptyChunk(), lead: ["to"], pieces: pieces.slice(at) },
  ];
}

function emptyChunk(): Chunk {
  return { lead: [], marks: [], before: [], pieces: [], negators: [] };
}

function lead(chunk: Chunk, piece: Piece, roles: readonly Role[]): void {
  chunk.before.push(piece);
  for (const sense of piece.senses)
    if (sense.is === "role" && roles.includes(sense.role) && !isOther(piece, sense.role))
      chunk.lead.push(sense.role);
}

/** The French "ou" is "or", and with an accent "where". */
function isOther({ text }: Piece, role: Role): boolean {
  return (role === "or" && /^où$/i.test(text)) || (role === "with" && /^ou$/i.test(text));
}

/** "Pieces, built or not, cut on": a verb that is all that stands between two commas. */
function isItem(pieces: readonly Piece[], at: number): boolean {
  const [before, next, second] = [pieces[at - 1], pieces[at + 1], pieces[at + 2]];
  const isVerb =
    hasRole(pieces[at] as Piece, "build", "remove", "like") && /^\p{L}{3,}$/u.test(pieces[at]?.text ?? "");
  const ends =
    next?.figure?.is === "yes_no" || (ON.test(next?.text ?? "") && (!second || second.text === ","));
  return isVerb && before?.text === "," && ends;
}

const ON = /^(on|at|by|am|um|le|el)$/i;

/** "Ohne Suche": after a negation, a word that could also lead names what is not wanted. */
function isUnwanted(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  return before !== undefined && hasRole(before, "negate") && Boolean(senseOf(pieces[at], "behaviour"));
}

function isNaming(piece: Piece): boolean {
  return piece.senses.some(({ is }) => is === "noun" || is === "field" || is === "view");
}

function endsAt(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at];
  return !next || /^[,.;:!?()\n]$/.test(next.text) || hasRole(next, "but");
}
