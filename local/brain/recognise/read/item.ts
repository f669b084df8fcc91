import { STACKS } from "#core/factory/stacks/stacks.ts";
import { readAlternatives } from "./alternatives.ts";
import { askBehaviour } from "./ask-part.ts";
import type { Chunk } from "./chunk.ts";
import { readDeed } from "./deed.ts";
import type { DraftEntity } from "./draft.ts";
import { applyFigure } from "./figures.ts";
import { readLimit } from "./limit.ts";
import { readLook } from "./look.ts";
import { readParts } from "./parts.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import type { Position } from "./record.ts";
import { readOnlyScheme } from "./scheme.ts";
import { byKind, context, met, now, refused, type State, settle } from "./state.ts";
import { readTheme } from "./theme.ts";
import { readUnknown } from "./unknown.ts";

/** Reads one wish for the app: a detail, a view, a behaviour or another kind of record. */
export function readItem(state: State, chunk: Chunk, entity: DraftEntity, position: Position): void {
  const open = chunk.pieces.filter(({ tokens }) =>
    tokens.some((token) => now(state).dispositions[token] === undefined),
  );
  const figures = open.filter(({ figure }) => figure);
  const fillers =
    isTechnology(open, chunk) || isNamedAlone(open, chunk, position) ? [] : open.filter(isFiller);
  const words = isTechnology(open, chunk)
    ? open
    : open.filter((piece) => !piece.figure && !fillers.includes(piece) && !hasRole(piece, "of"));
  settle(state, fillers, context);
  const said = words.findIndex((piece, at) => at > 0 && isSaidBySelf(state, piece));
  if (said > 0 && words.slice(0, said).some((piece) => senseOf(piece, "noun")))
    settle(state, words.splice(said), context);
  const decided = figures.some(({ figure }) => figure?.is === "yes_no");
  if (words.length > 0)
    readWords(state, words, entity, decided ? { ...position, details: true } : position, chunk);
  const { dispositions } = now(state);
  const isRefused = words.some(({ tokens: [at = 0] }) => dispositions[at]?.outcome === "refused");
  for (const piece of figures) {
    // A scale belongs to the detail before it, also where that is refused.
    const ofRefused = isRefused && /^(?:scale|range|unit)$/.test(piece.figure?.is ?? "");
    if (ofRefused) settle(state, piece, refused(WHY[state.draft.locale].number));
    else applyFigure(state, piece);
  }
}

/** "The orders I place": what people do with the records asks for nothing more. */
function isSaidBySelf(state: State, { tokens: [first = 0] }: Piece): boolean {
  return /^(i|we|ich|wir|je|nous|yo)$/i.test(now(state).tokens[first - 1]?.text ?? "");
}

/** "Set number, theme, built or not": a word that asks for nothing in a sentence names a detail where it stands alone in a list of them. */
function isNamedAlone(open: readonly Piece[], { marks, lead }: Chunk, { plain }: Position): boolean {
  const words = open.filter(({ figure }) => !figure);
  const inList = marks.some((mark) => mark === "," || mark === ":") && lead.length === 0;
  return plain && inList && words.length === 1 && !hasRole(words[0] as Piece, "yes", "no", "to", "several");
}

export function isFiller(piece: Piece): boolean {
  const role = hasRole(piece, "filler", "several", "to", "like", "style", "yes", "no", "add", "build");
  return role && piece.senses.every(({ is }) => is === "role" || is === "inherent" || is === "container");
}

function readWords(
  state: State,
  words: readonly Piece[],
  entity: DraftEntity,
  position: Position,
  chunk: Chunk,
): void {
  const why = WHY[state.draft.locale];
  if (isTechnology(words, chunk)) {
    settle(state, words, refused(why.stack));
    return;
  }
  if (readLook(state, words, chunk) || readOnlyScheme(state, words, chunk) || readTheme(state, words, chunk))
    return;
  if (words.some(namesStack)) {
    settle(state, words, refused(why.stack));
    return;
  }
  const named = words.filter(
    ({ senses }) => senses.length === 0 || senses.some(({ is }) => is !== "context"),
  );
  if (named.length > 0 && named.length < words.length) {
    const places = words.filter((piece) => !named.includes(piece));
    settle(state, places, context);
    readWords(state, named, entity, position, chunk);
    return;
  }
  readNamed(state, words, entity, position, chunk);
}

/** Reads words that name something, neither a look nor a technology. */
function readNamed(
  state: State,
  words: readonly Piece[],
  entity: DraftEntity,
  position: Position,
  chunk: Chunk,
): void {
  const why = WHY[state.draft.locale];
  if (readAlternatives(state, words, entity)) return;
  if (areExamples(words)) {
    settle(state, words, met(askBehaviour(state, "sample_data", entity)));
    return;
  }
  const numbers = words.filter(({ text, senses }) => /^\d/.test(text) && senses.length === 0);
  if (numbers.length > 0) {
    if (!readLimit(state, words, numbers, entity)) settle(state, words, refused(why.number));
    return;
  }
  const beyond = words.find((piece) => senseOf(piece, "beyond") && !isPart(piece, position.records));
  if (beyond) {
    settle(state, words, refused(senseOf(beyond, "beyond")?.reason ?? why.unknown));
    return;
  }
  const deed = words.find((piece) => senseOf(piece, "deed"));
  // "Title, year, lent to": in a list of details it is one of them.
  if (deed && position.plain && chunk.marks.includes(",")) {
    readUnknown(state, words, entity, { ...position, details: true });
    return;
  }
  if (deed) {
    readDeed(state, deed, words);
    return;
  }
  const recurs = words.some((piece) => senseOf(piece, "behaviour")?.kind === "recurrence");
  if (isPlace(words, chunk, state)) {
    settle(state, words, context);
    return;
  }
  if (isNamedAlone(words, chunk, position) && words.every(isFiller)) {
    readUnknown(state, words, entity, { ...position, details: true });
    return;
  }
  if (words.some((piece) => isUnknown(piece) && !(recurs && PERIOD.test(piece.text)))) {
    readUnknown(state, words, entity, position);
    return;
  }
  // "That posts to Slack": another product is no part of the app, unless the app is to be like it.
  const isLike = [...chunk.before, ...chunk.pieces].some((piece) => hasRole(piece, "like", "style"));
  const foreign = words.filter((piece) => senseOf(piece, "product") || senseOf(piece, "look"));
  if (!isLike && !chunk.lead.includes("like")) settle(state, foreign, refused(why.unknown));
  const rest = words.filter((piece) => isPart(piece) || senseOf(piece, "container"));
  settle(
    state,
    words.filter((piece) => !rest.includes(piece)),
    byKind,
  );
  if (rest.length > 0) readParts(state, rest, entity, position);
}

/** "In Greece": tells where, unless it names a language or a technology. */
function isPlace(words: readonly Piece[], { lead, marks }: Chunk, { draft }: State): boolean {
  return (
    lead[0] === "in" &&
    marks.length === 0 &&
    words.length < 3 &&
    words.every((piece) => senseOf(piece, "context") || isPlaceName(piece)) &&
    draft.entities.length > 0
  );
}

function isPlaceName({ text, senses }: Piece): boolean {
  return senses.length === 0 && /^\p{Lu}\p{Ll}{2}/u.test(text) && !TONGUE.test(text);
}

/** A language: an app in it is another wish. */
const TONGUE =
  /(?:ish|ian|ese|an|isch|ais|ois|ien|ñol|és)$|^(?:french|dutch|greek|python|java|kotlin|ruby|excel)$/i;

/** "Example tasks": the app fills itself with records on request. */
function areExamples([example, ...records]: readonly Piece[]): boolean {
  const isExample = /^(examples?|samples?|demo|dummy|seed)$/i.test(example?.text ?? "");
  return isExample && records.length > 0 && records.every((piece) => senseOf(piece, "noun"));
}

/** A unit of calendar time, as in "every month". */
export const PERIOD =
  /^(days?|weeks?|months?|years?|daily|weekly|monthly|yearly|tag|woche|monat|jahr|jours?|semaines?|mois|an|année|día|semana|mes|año)$/i;

const STACK_WORDS = new Set(
  STACKS.filter(({ name }) => name !== "static").flatMap(({ phrases }) =>
    phrases.map((phrase) => phrase.toLowerCase()),
  ),
);

/** Whether a word names a technology, as in "with React". */
export function namesStack({ text }: Piece): boolean {
  return STACK_WORDS.has(text.toLowerCase());
}

/** "Avec Vue", "in Go": everyday words that alone after such a preposition name a technology. */
function isTechnology(words: readonly Piece[], { lead }: Chunk): boolean {
  const [word, ...others] = words;
  return (
    word !== undefined &&
    others.length === 0 &&
    (lead[0] === "with" || lead[0] === "in") &&
    /^(vue|go|swift|rust|dart|spring|express|flask|node|c)$/i.test(word.text)
  );
}

function isPart({ senses }: Piece, records = true): boolean {
  return senses.some(
    ({ is }) => (is === "noun" && records) || is === "field" || is === "view" || is === "behaviour",
  );
}

function isUnknown(piece: Piece): boolean {
  if (piece.senses.length === 0) return true;
  return (
    piece.senses.every(
      ({ is }) =>
        is === "unbuildable" || is === "product" || is === "color" || is === "context" || is === "role",
    ) && !isFiller(piece)
  );
}
