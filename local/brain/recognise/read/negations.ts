import type { Chunk } from "./chunk.ts";
import type { Role } from "./grammar.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";

/** Tells which chunks are negated: by words before them, or by words after them. */
export function withNegations(chunks: readonly Chunk[]): Chunk[] {
  return withApps(withEarlier(withLater(withRemovals(chunks))));
}

/** "Remove the photos, tags and ratings": the verb covers its whole list. */
function withRemovals(chunks: readonly Chunk[]): Chunk[] {
  let open = false;
  return chunks.map((chunk) => {
    const { lead, marks } = chunk;
    const goesOn = marks.every((mark) => mark === ",") && !lead.some((role) => ENDS.has(role));
    open = lead.includes("remove") || (open && goesOn && isListed(chunk));
    return open && !lead.includes("remove") ? { ...chunk, lead: [...lead, "remove"] } : chunk;
  });
}

/**
 * A negation covers what follows: over "and" and "or", and over commas if the list ends with "or" ("no login, ads or
 * tracking") or goes on ("without tags, ratings"); up to a full stop, "but", or a new "with".
 */
function withLater(chunks: readonly Chunk[]): Chunk[] {
  let open: Piece[] = [];
  let first: Chunk | undefined;
  return chunks.map((chunk, at) => {
    const negators = chunk.before.filter((piece) => hasRole(piece, "negate", "instead"));
    const comma = chunk.marks.includes(",") && !chunk.lead.some((role) => role === "and" || role === "or");
    const ends =
      chunk.marks.some((mark) => /[.;:!?()\n]/.test(mark)) ||
      chunk.lead.some((role) => ENDS.has(role)) ||
      (chunk.before.some(isOne) && open.every(isDeterminer)) ||
      (comma && !endsWithOr(chunks, at) && !(first && listsOn(first, open, chunk)));
    if (negators.length > 0) {
      open = negators;
      first = chunk;
    } else if (ends && !goesOn(chunks[at - 1], chunk)) open = [];
    return chunk.negators.length > 0 || open.length === 0 ? chunk : { ...chunk, negators: open };
  });
}

/** "Tags, priorities and notes are not needed": a negation after a list covers all of it. */
function withEarlier(chunks: readonly Chunk[]): Chunk[] {
  const result = [...chunks];
  for (let at = chunks.length - 1; at > 0; at -= 1) {
    const { lead, marks, negators, before } = result[at] as Chunk;
    const [after] = negators;
    const previous = result[at - 1] as Chunk;
    const joined =
      marks.every((mark) => mark === ",") && lead.every((role) => role === "and" || role === "or");
    const listed = lead.length > 0 || (result[at + 1]?.negators[0] === after && marks.length > 0);
    if (!after || before.includes(after) || !joined || !listed || previous.negators.length > 0) continue;
    const plain = previous.lead.every((role) => role === "and" || role === "or") && isListed(previous);
    if (plain) result[at - 1] = { ...previous, negators };
  }
  return result;
}

/** "Leave out the tags from my todo list": the app itself is wanted. */
function withApps(chunks: readonly Chunk[]): Chunk[] {
  return chunks.flatMap((chunk) => {
    const at = chunk.pieces.findIndex((piece) => hasRole(piece, "of"));
    const app = chunk.pieces.slice(at + 1);
    const isApp = namesApp(app) || /^from$/i.test(chunk.pieces[at]?.text ?? "");
    if (chunk.negators.length === 0 || at < 1 || app.length === 0 || !isApp) return [chunk];
    return [
      { ...chunk, pieces: chunk.pieces.slice(0, at) },
      { lead: [], marks: [], before: chunk.pieces.slice(at, at + 1), pieces: app, negators: [] },
    ];
  });
}

/** "Not interested in charts": what is negated comes after the preposition. */
function goesOn(before: Chunk | undefined, { lead, marks }: Chunk): boolean {
  const isVague =
    before && before.pieces.length > 0 && before.pieces.every(({ senses }) => senses.length === 0);
  return Boolean(isVague) && marks.length === 0 && lead.length === 1 && AFTER_VERBS.has(lead[0] as Role);
}

const AFTER_VERBS = new Set<Role>(["in", "for", "by"]);

const ENDS = new Set<Role>([
  "but",
  "with",
  "has",
  "build",
  "add",
  "for",
  "that",
  "in",
  "each",
  "by",
  "rename",
]);

/** Words that negate one thing: the next one is wanted ("no login, dark mode", "no tags and a board"). */
const DETERMINER =
  /^(no|not|not a|neither|nor|kein|keine[nmrs]?|nicht|weder|noch|pas|pas d['’]?e?|aucune?|ni|ning[uú]n[oa]?)$/i;

const isDeterminer = ({ text }: Piece) => DETERMINER.test(text);

/** Whether a list goes on after a comma: of anything after "without", of details after "no" at the start of a list. */
function listsOn(first: Chunk, negators: readonly Piece[], chunk: Chunk): boolean {
  if (!isListed(chunk)) return false;
  if (!negators.every(isDeterminer)) return true;
  return !first.marks.includes(",") && [first, chunk].every(namesDetails);
}

function namesDetails({ pieces }: Chunk): boolean {
  return pieces.every(
    (piece) => senseOf(piece, "field") && !senseOf(piece, "view") && !senseOf(piece, "behaviour"),
  );
}

/** Whether a chunk names one more thing of a list, neither the app nor how it is or what it does. */
function isListed({ before, pieces }: Chunk): boolean {
  return (
    pieces.length > 0 &&
    !namesApp(pieces) &&
    !before.some((piece) => isOne(piece) || hasRole(piece, "yes", "no", "build", "instead", "to")) &&
    !pieces.some(
      (piece) =>
        hasRole(piece, "yes", "no", "restart") || piece.figure || OTHERS.some((is) => senseOf(piece, is)),
    ) &&
    !senseOf(pieces[0], "inherent") &&
    !pieces.every((piece) => hasRole(piece, "filler", "style")) &&
    !pieces.some(({ text }) => STATE.test(text))
  );
}

/** What a list of parts does not consist of. */
const OTHERS = ["color", "product", "look"] as const;

/** An indefinite article: another thing is named. */
const isOne = ({ text }: Piece) => /^(an?|eine?[nrm]?|une?|una)$/i.test(text);

/** How something is or what it does: "sorted", "works offline". */
const STATE =
  /^(\p{Ll}+(?:ed|able)\b.*|offline|works?\b.*|runs?\b.*|(?:sort|filt|grupp|archiv)\p{Ll}+t\b.*|\p{Ll}+bar|läuft.*|funktioniert.*|tri[ée]e?s?|ordenad[oa]s?|fonctionne.*|funciona.*)$/u;

/** Whether words name a kind of record and a word for an app: "todo list". */
export function namesApp(pieces: readonly Piece[]): boolean {
  const isApp = (piece: Piece) => Boolean(senseOf(piece, "container")) && !senseOf(piece, "field");
  const records = pieces.filter((piece) => senseOf(piece, "noun"));
  return (
    records.some(({ text }) => LIST.test(text)) ||
    (records.length > 0 && pieces.length > 1 && pieces.some(isApp))
  );
}

const LIST = /\b(lists?|listen?|listes?|listas?)\b/i;

/** Whether the list that a chunk continues ends with "or" before its sentence does. */
function endsWithOr(chunks: readonly Chunk[], at: number): boolean {
  for (const { lead, marks } of chunks.slice(at)) {
    if (marks.some((mark) => mark !== ",") || lead.some((role) => ENDS.has(role))) return false;
    if (lead.includes("or")) return true;
    if (lead.includes("and")) return false;
  }
  return false;
}
