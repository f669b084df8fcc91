import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import { askView } from "./ask-part.ts";
import type { Chunk } from "./chunk.ts";
import { introduces } from "./context.ts";
import { readCount } from "./count.ts";
import { detailOf } from "./details.ts";
import { addNoun } from "./draft.ts";
import { readExample } from "./examples.ts";
import { readHead } from "./head.ts";
import { isFiller, namesStack, readItem } from "./item.ts";
import { readNegated } from "./negated.ts";
import { optionLists, readOption } from "./options.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { readQualified } from "./qualified.ts";
import { WHY } from "./reasons.ts";
import { readScheme } from "./scheme.ts";
import { isForSeveral } from "./several.ts";
import { asked, context, met, now, refused, type State, settle, startAnew } from "./state.ts";
import { readWhereWhen } from "./where-when.ts";

/** A board of nothing in particular is one of tasks. */
export function keepTasks(state: State): void {
  const board = state.heldContainers.some((piece) => senseOf(piece, "container")?.key === "board");
  const task = nounOf("task");
  if (!board || state.current || state.unbuildable !== null || !task) return;
  state.current = addNoun(state.draft, task);
  settle(state, state.heldContainers.splice(0), met(askView(state, "board", state.current)));
}

/** The kinds of words that an earlier chunk of the message opens. */
interface Run {
  /** Within what an app keeps: "track books and films". */
  records: boolean;
  /** Within a list of details: "with", "has", ":". */
  details: boolean;
}

/** Reads the chunks of a message in order: the kind of app, then what it has. */
export function readChunks(state: State, chunks: readonly Chunk[]): void {
  if (state.messages.length > 1 && (state.unbuildable !== null || startsAgain(chunks))) startAnew(state);
  if (listsDetails(chunks)) state.wanted = true;
  const run: Run = { records: false, details: state.messages.length > 1 };
  let each = false;
  const listed = optionLists(chunks);
  let options = false;
  let outside: State["current"] = null;
  chunks.forEach((chunk, at) => {
    settle(
      state,
      chunk.before.filter((piece) => !hasRole(piece, "negate", "instead")),
      context,
    );
    if (chunk.pieces.length === 0) return;
    if (chunk.examples && state.current) {
      readExample(state, chunk);
      return;
    }
    const removes = chunk.lead.includes("remove") && state.messages.length > 1;
    if (chunk.negators.length > 0 || removes) {
      readNegated(state, chunk);
      return;
    }
    readScheme(state, chunk);
    if (isTyping(chunk, run)) run.details = true;
    const opens = listed.has(at) && chunk.marks.includes("(");
    options = listed.has(at) && (opens || options) && readOption(state, chunk, opens);
    if (options) return;
    if (opens) outside = enterParentheses(state, run);
    else if (!listed.has(at) && outside) {
      state.current = outside;
      outside = null;
    }
    if (chunk.lead.includes("with") || chunk.pieces.some(namesStack)) keepTasks(state);
    if (!state.current) each = readFirst(state, chunk, run);
    else each = readNext(state, chunks, at, run, each);
  });
}

function namesOnlyDetails({ pieces }: Chunk): boolean {
  return pieces.every((piece) => senseOf(piece, "field") && !senseOf(piece, "noun"));
}

/** "Inspections (date, result)": the details of what was named last; returns what they interrupt. */
function enterParentheses(state: State, run: Run): State["current"] {
  const { current, last } = state;
  if (!current || last?.is !== "entity" || last.entity === current) return null;
  state.current = last.entity;
  run.details = true;
  return current;
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
  if (chunk.lead.includes("for") && isForSeveral(textOf(chunk))) {
    settle(state, chunk.pieces, refused(WHY[state.draft.locale].people));
    return false;
  }
  if (state.missing?.id === "records" && chunk.lead.includes("with") && namesOnlyDetails(chunk)) {
    settle(state, chunk.pieces, asked("records"));
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
  const { lead, marks } = chunk;
  if (lead.includes("with")) goToOwner(state, chunk, each);
  const entity = state.current as NonNullable<State["current"]>;
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
  if (isSameOwner(state, chunks[at - 1], chunk)) return settleContext(state, chunk);
  if (readCount(state, chunk, entity) || readWhereWhen(state, chunk, entity)) return each;
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

/** "Zorbles with a color and a size": who lists details of something asks for an app that keeps it, whatever it is. */
function listsDetails(chunks: readonly Chunk[]): boolean {
  const head = chunks.findIndex(({ pieces }) => pieces.length > 0);
  const list = chunks.slice(head + 1);
  const opens =
    list[0]?.lead.includes("with") || list[0]?.lead.includes("has") || list[0]?.marks.includes(":");
  const fields = list.filter(
    ({ pieces }) => pieces.length > 0 && pieces.every((piece) => senseOf(piece, "field")),
  );
  return Boolean(opens) && fields.length >= 2;
}

/** "Each car has several services with a date", "recipes, ingredients with a unit": details of what was named last. */
function goToOwner(state: State, { pieces, marks }: Chunk, each: boolean): void {
  const { current, last } = state;
  if (last?.is !== "entity" || last.entity === current) return;
  const keys = pieces.flatMap((piece) => senseOf(piece, "field")?.field.key ?? []);
  const isNearer = keys.some((key) => detailOf(last.entity, key) && !detailOf(current, key));
  if (each || (isNearer && marks.length === 0)) state.current = last.entity;
}

function isListed(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && (chunk.marks.includes(",") || chunk.lead.includes("and"));
}

/** "For my two dogs and a cat": one more of those whom the app is for. */
function isSameOwner(
  state: State,
  before: Chunk | undefined,
  { lead, pieces, before: words }: Chunk,
): boolean {
  const owners = before?.lead.includes("for") && before.pieces.every((piece) => isContext(state, piece));
  const isOne = words.some(({ text }) => /^(a|an|my|one|eine?n?|meine?n?|une?|mon|ma|una?|mi)$/i.test(text));
  const named = pieces.length === 1 && pieces.every((piece) => senseOf(piece, "noun"));
  return Boolean(owners) && lead.join() === "and" && isOne && named;
}

function isContext(state: State, { tokens }: Piece): boolean {
  return tokens.every((token) => now(state).dispositions[token]?.outcome === "context");
}

function settleContext(state: State, { pieces }: Chunk): boolean {
  settle(state, pieces, context);
  return false;
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
