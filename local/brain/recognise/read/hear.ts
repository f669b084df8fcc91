import type { Locale } from "#core/factory/specification/specification.ts";
import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import { anotherIn } from "./another.ts";
import { readAnswer } from "./answer.ts";
import { askView } from "./ask-part.ts";
import { calledIn } from "./called.ts";
import { type Chunk, chunksOf } from "./chunks.ts";
import { introduces } from "./context.ts";
import { dictionaryOf } from "./dictionary.ts";
import { addNoun } from "./draft.ts";
import { readHead } from "./head.ts";
import { isFiller, readItem } from "./item.ts";
import { localeOf } from "./language.ts";
import { readNegated } from "./negated.ts";
import { optionLists, readOption } from "./options.ts";
import { hasRole, isContent, type Piece, piecesOf, senseOf } from "./pieces.ts";
import { readQualified } from "./qualified.ts";
import { readRenaming } from "./renaming.ts";
import { WHY } from "./say.ts";
import {
  asked,
  byKind,
  context,
  type Misspelt,
  met,
  now,
  refused,
  type State,
  settle,
  startAnew,
} from "./state.ts";
import { tokensOf } from "./tokens.ts";
import { spellingOf } from "./typos.ts";

/** Reads the next message of a person into the state. */
export function hear(state: State, message: string): State {
  const spoken = tokensOf(message).map((token) => ({
    ...token,
    key: state.spellings.get(token.key) ?? token.key,
  }));
  const another = state.heard.length > 0 ? anotherIn(message) : null;
  const known = !another && (state.draft.entities.length > 0 || state.missing !== null);
  const locale = localeOf(spoken, state.heard.length > 0 ? state.draft.locale : null);
  state.foreign = locale === null && !known;
  if (locale && !known) state.draft.locale = locale;
  state.heard.push({ message, tokens: spoken, fates: [], locale: state.draft.locale });
  if (state.foreign)
    return settleRest(state, refused("This language is not read. Use English, German, French or Spanish."));
  if (another) {
    startAnew(state);
    state.wanted = true;
    spoken.forEach(({ start, end }, at) => {
      if (end <= another.start || start >= another.end) now(state).fates[at] = context;
    });
  }
  readName(state, message);
  const pieces = piecesOf(message, spoken, state.draft.locale).filter(
    ({ tokens }) => !another || tokens.some((at) => now(state).fates[at] === undefined),
  );
  if (readAnswer(state, pieces) || readRenaming(state, pieces)) return settleRest(state, context);
  const chunks = chunksOf(pieces);
  readChunks(state, state.current ? chunks : recordsFirst(bookFirst(chunks)));
  keepTasks(state);
  settle(state, state.heldContainers.splice(0), byKind);
  return finish(state, pieces);
}

/** In "a notebook for dreams", the notebook is the app: the records are what it is for. */
function bookFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(({ pieces }) => pieces.length > 0);
  const [first, second] = [chunks[at], chunks[at + 1]];
  const naming = first?.pieces.filter((piece) => !isFiller(piece)) ?? [];
  const [book] = naming;
  const key = senseOf(book, "container")?.key;
  const isBook = naming.length === 1 && senseOf(book, "noun") && key !== undefined && key !== "list";
  const records =
    second?.pieces.filter((piece) => senseOf(piece, "noun") && !senseOf(piece, "context")) ?? [];
  if (!first || !isBook || second?.lead.join() !== "for" || records.length === 0) return chunks;
  const pieces = first.pieces.map((piece) =>
    piece === book ? { ...piece, senses: piece.senses.filter(({ is }) => is !== "noun") } : piece,
  );
  return chunks.with(at, { ...first, pieces });
}

/** "Prices in euros for my wines" is about wines: details before the records that they belong to come after them. */
function recordsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(({ lead }) => lead.includes("for"));
  const naming = chunks
    .slice(0, Math.max(at, 0))
    .flatMap(({ pieces }) => pieces.filter(({ figure }) => !figure));
  const details = naming.length > 0 && naming.every((piece) => senseOf(piece, "field"));
  const records = chunks[at]?.pieces.some((piece) => senseOf(piece, "noun"));
  if (!details || !records) return chunks;
  return [
    { ...(chunks[at] as Chunk), lead: ["for", "with"] },
    ...chunks.slice(0, at),
    ...chunks.slice(at + 1),
  ];
}

/** A board of nothing in particular is one of tasks. */
function keepTasks(state: State): void {
  const board = state.heldContainers.some((piece) => senseOf(piece, "container")?.key === "board");
  const task = nounOf("task");
  if (!board || state.current || state.unbuildable !== null || !task) return;
  state.current = addNoun(state.draft, task);
  settle(state, state.heldContainers.splice(0), met(askView(state, "board", state.current)));
}

function readName(state: State, message: string): void {
  const called = calledIn(message, state.draft.locale);
  if (!called) return;
  const { tokens, fates } = now(state);
  tokens.forEach(({ start, end }, at) => {
    if (called.start <= start && end <= called.end) fates[at] = met("name");
  });
  state.draft.name = called.name;
}

/** The kinds of words that an earlier chunk of the message opens. */
interface Run {
  /** Within what an app keeps: "track books and films". */
  records: boolean;
  /** Within a list of details: "with", "has", ":". */
  details: boolean;
}

function readChunks(state: State, chunks: readonly Chunk[]): void {
  if (state.heard.length > 1 && (state.unbuildable !== null || startsAgain(chunks))) startAnew(state);
  const run: Run = { records: false, details: state.heard.length > 1 };
  let each = false;
  const listed = optionLists(chunks);
  chunks.forEach((chunk, at) => {
    settle(
      state,
      chunk.before.filter((piece) => !hasRole(piece, "negate", "instead")),
      context,
    );
    if (chunk.pieces.length === 0) return;
    const removes = chunk.lead.includes("remove") && state.heard.length > 1;
    if (chunk.negators.length > 0 || removes) {
      readNegated(state, chunk);
      return;
    }
    if (isTyping(chunk, run)) run.details = true;
    if (listed.has(at) && readOption(state, chunk, chunk.marks.includes("("))) return;
    if (chunk.lead.includes("with")) keepTasks(state);
    if (!state.current) each = readFirst(state, chunk, run);
    else each = readNext(state, chunks, at, run, each);
  });
}

/** Reads a chunk before the kind of app is known; returns whether it names the owner of what follows. */
function readFirst(state: State, chunk: Chunk, run: Run): boolean {
  if (state.unbuildable !== null) {
    settle(state, chunk.pieces, refused(WHY[state.draft.locale].records));
    return false;
  }
  if (introduces(chunk)) {
    settle(state, chunk.pieces, context);
    return false;
  }
  readHead(state, chunk);
  run.records = state.current !== null && !chunk.lead.includes("with");
  run.details = false;
  return run.records && chunk.lead.includes("each");
}

/** Reads a chunk after the kind of app is known; returns whether it names the owner of what follows. */
function readNext(state: State, chunks: readonly Chunk[], at: number, run: Run, each: boolean): boolean {
  const chunk = chunks[at] as Chunk;
  const entity = state.current as NonNullable<State["current"]>;
  const { lead, marks } = chunk;
  if (
    lead.some(
      (role) => role === "with" || role === "has" || role === "add" || role === "that" || role === "but",
    ) ||
    marks.some((mark) => mark !== ",")
  )
    run.records = false;
  if (lead.some((role) => role === "with" || role === "has" || role === "add") || marks.includes(":"))
    run.details = true;
  if (sharedWith(chunks[at - 1], chunk)) return settleAs(state, chunk, chunks[at - 1] as Chunk);
  if (lead.includes("each") || lead.includes("by") || lead.includes("for")) {
    const names = readQualified(state, chunk, chunks[at + 1]);
    if (names !== null) return names;
  }
  const verbs = chunk.pieces.findIndex((piece) => !senseOf(piece, "inherent"));
  const keeps = verbs > 0 && !lead.includes("with");
  const several = lead.includes("several") && each;
  readItem(state, chunk, entity, {
    records: run.records || keeps || several,
    details: run.details && (entity.noun === null || FIELD_CUE.test(textOf(chunk))),
    listed: isListed(chunk) || isListed(chunks[at + 1]),
    owner: each ? entity : null,
  });
  return each && (lead.includes("and") || lead.includes("has") || marks.includes(","));
}

function isListed(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && (chunk.marks.includes(",") || chunk.lead.includes("and"));
}

/** "Shared" before "with my family". */
function sharedWith(before: Chunk | undefined, { lead, marks }: Chunk): boolean {
  return (
    senseOf(before?.pieces.at(-1), "beyond")?.key === "sharing" && lead[0] === "with" && marks.length === 0
  );
}

function settleAs(state: State, chunk: Chunk, before: Chunk): boolean {
  settle(state, chunk.pieces, refused(senseOf(before.pieces.at(-1), "beyond")?.reason ?? ""));
  return false;
}

const FIELD_CUE =
  /\b(field|fields|column|columns|details?)\b|feld\b|felder\b|spalten?\b|champs?\b|colonnes?\b|campos?\b|columnas?\b/i;

function textOf({ pieces, before }: Chunk): string {
  return [...before, ...pieces].map(({ text }) => text).join(" ");
}

function isTyping({ marks }: Chunk, { details }: Run): boolean {
  return details || marks.includes(":");
}

/** Whether a later message asks for another app: "no, actually build a recipe book". */
function startsAgain(chunks: readonly Chunk[]): boolean {
  const at = chunks.findIndex(({ pieces, negators }) => pieces.length > 0 && negators.length === 0);
  const chunk = chunks[at];
  if (!chunk) return false;
  const before = chunks.slice(0, at + 1).flatMap((each) => each.before);
  if (before.some(({ text }) => THIS.test(text)) || chunk.lead.includes("add") || chunk.lead.includes("with"))
    return false;
  const restarts = before.some((piece) => hasRole(piece, "restart"));
  const builds = before.some((piece) => hasRole(piece, "build"));
  const naming = chunk.pieces.filter((piece) => !isFiller(piece));
  const noun = naming.some((piece) => senseOf(piece, "noun"));
  const app = naming.some((piece) => senseOf(piece, "container") || senseOf(piece, "product"));
  const look = naming.some((piece) => senseOf(piece, "color"));
  return (restarts && builds && !look) || ((restarts || builds) && noun && app);
}

const THIS = /^(it|that|this|them|es|sie|das|ihn|la|le|les|lo|los)$/i;

/** Asks back for misspelt words, and refuses what was not understood. */
function finish(state: State, pieces: readonly Piece[]): State {
  const { fates, locale, tokens } = now(state);
  const why = WHY[locale];
  const misspelt: Misspelt[] = [];
  for (const piece of pieces) {
    const token = tokens[piece.tokens[0] ?? 0];
    const open = piece.tokens.every(
      (at) => fates[at] === undefined || (fates[at]?.outcome === "refused" && fates[at]?.by === why.unknown),
    );
    const unknown =
      piece.senses.length === 0 &&
      piece.tokens.length === 1 &&
      token?.kind === "word" &&
      isContent(token, locale);
    const isHead = state.missing?.id === "details" && state.missing.noun.includes(piece.text);
    if (!unknown || misspelt.length === 4 || (!open && !isHead) || state.spellings.has(token.key)) continue;
    const meant = spellingOf(token, dictionaryOf(locale));
    if (
      !meant ||
      (token.text.charAt(0) !== token.text.charAt(0).toLowerCase() && locale !== "de" && token.start > 0)
    )
      continue;
    if (!misspelt.some(({ typed }) => typed === token.key))
      misspelt.push({ typed: token.key, meant, shown: token.text });
    for (const at of piece.tokens) fates[at] = asked("did_you_mean");
  }
  if (misspelt.length > 0) state.missing = { id: "did_you_mean", words: misspelt };
  for (const piece of pieces) {
    if (piece.senses.length > 0 && piece.senses.every(({ is }) => is === "role" || is === "inherent"))
      settle(
        state,
        piece,
        piece.senses.some(({ is }) => is === "inherent") && state.current ? byKind : context,
      );
  }
  return settleRest(state, refused(why.unknown));
}

function settleRest(state: State, fate: Parameters<typeof settle>[2]): State {
  const { tokens, fates, locale } = now(state);
  tokens.forEach((token, at) => {
    if (isContent(token, locale as Locale)) fates[at] ??= fate;
  });
  return state;
}
