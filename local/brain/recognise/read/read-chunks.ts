import type { Locale } from "#core/factory/specification/specification.ts";
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
import { isSingular } from "./plural.ts";
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
  /** Within a list after ":" that contains plain details. */
  spelledOut: boolean;
}

/** Reads the chunks of a message in order: the kind of app, then what it has. */
export function readChunks(state: State, chunks: readonly Chunk[]): void {
  if (state.messages.length > 1 && (state.unbuildable !== null || startsAgain(chunks))) startAnew(state);
  if (listsDetails(chunks, state.draft.locale) || givesSeveral(chunks)) state.wanted = true;
  const run: Run = { records: false, details: state.messages.length > 1, spelledOut: false };
  let each = false;
  const lists = optionLists(chunks);
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
    const opens = chunk.marks.includes("(");
    options = lists.options.has(at) && (opens || options) && readOption(state, chunk, opens);
    if (options) return;
    if (opens) run.details = true;
    if (opens) outside = enterParentheses(state, run);
    else if (!lists.inside.has(at) && outside) {
      state.current = outside;
      outside = null;
    }
    const limits = chunk.pieces.some(({ figure }) => figure?.is === "cards");
    if (chunk.lead.includes("with") || limits || chunk.pieces.some(namesStack)) keepTasks(state);
    if (!state.current) each = readFirst(state, chunk, run);
    else each = readNext(state, chunks, at, run, each);
  });
}

function namesOnlyDetails({ pieces }: Chunk): boolean {
  return pieces.length > 0 && pieces.every((piece) => senseOf(piece, "field") && !senseOf(piece, "noun"));
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
  const subject = subjectIn(state, chunk, chunks[at + 1]);
  if (subject) {
    state.current = subject;
    settle(state, chunk.pieces, met(`entities.${subject.id}`));
    return true;
  }
  if (lead.includes("with") || marks.includes(",")) goToOwner(state, chunk, each);
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
  if (marks.some((mark) => mark !== ",")) run.spelledOut = spellsOut(chunks.slice(at));
  if (sharedWith(chunks[at - 1], chunk)) return settleAs(state, chunk, chunks[at - 1] as Chunk);
  if (lead.includes("each") || lead.includes("by") || lead.includes("for")) {
    const names = readQualified(state, chunk, chunks[at + 1]);
    if (names !== null) return names;
  }
  if (isSameOwner(state, chunks[at - 1], chunk)) return settleContext(state, chunk);
  if (readCount(state, chunk, entity) || readWhereWhen(state, chunk, entity)) return each;
  if (isVerb(chunk)) return settleRefused(state, chunk);
  const verbs = chunk.pieces.findIndex((piece) => !senseOf(piece, "inherent"));
  const keeps = verbs > 0 && !lead.includes("with");
  const several = lead.includes("several") && each;
  readItem(state, chunk, entity, {
    records: run.records || keeps || several,
    details: run.spelledOut || (run.details && (entity.noun === null || FIELD_CUE.test(textOf(chunk)))),
    listed: isListed(chunk) || isListed(chunks[at + 1]),
    spelledOut: run.spelledOut,
    several: lead.includes("several") && (each || lead.includes("with") || lead.includes("has")),
    goesOn: isListed(chunk),
    owner: each ? entity : null,
  });
  return each && (lead.includes("and") || lead.includes("has") || marks.includes(","));
}

/** "…; students have a grade": of which records a new sentence tells what they have. */
function subjectIn({ draft }: State, { pieces, lead, marks }: Chunk, next: Chunk | undefined) {
  const words = pieces.filter((piece) => !isFiller(piece));
  const key = words.length === 1 ? senseOf(words[0], "noun")?.noun.key : undefined;
  const opens = lead.length === 0 && marks.length > 0;
  return opens && next?.lead[0] === "has" && next.marks.length === 0
    ? draft.entities.find((entity) => entity.key === key)
    : undefined;
}

/** "Zorbles with a color and a size": who lists details of something asks for an app that keeps it, whatever it is. */
function listsDetails(chunks: readonly Chunk[], locale: Locale): boolean {
  const head = chunks.findIndex(({ pieces }) => pieces.length > 0);
  const list = chunks.slice(head + 1);
  const opens =
    list[0]?.lead.includes("with") || list[0]?.lead.includes("has") || list[0]?.marks.includes(":");
  const fields = list.filter(
    ({ pieces }) => pieces.length > 0 && pieces.every((piece) => senseOf(piece, "field")),
  );
  const named = list.filter(({ pieces }) => pieces.length > 0);
  const isOfDetails = named.every(({ pieces }) =>
    pieces.every((piece) => {
      const noun = senseOf(piece, "noun")?.noun;
      return !noun || isSingular(piece, noun, locale);
    }),
  );
  const isLong = list[0]?.marks.includes(":") && named.length > 2 && isOfDetails;
  return Boolean(opens) && fields.length >= (isLong ? 1 : 2);
}

/** "Each kiln has several firings", "kilns with several firings": records that have others. */
function givesSeveral(chunks: readonly Chunk[]): boolean {
  const head = chunks.findIndex(({ pieces }) => pieces.length > 0);
  const lead = chunks[head + 1]?.lead ?? [];
  return lead.includes("several") && (lead.includes("has") || lead.includes("with"));
}

/**
 * Whether the list that begins here contains plain details, not only kinds of records: "loans: tool, borrower, deposit",
 * "my wines. Vintage, region, grape".
 */
function spellsOut(chunks: readonly Chunk[]): boolean {
  const end = chunks.findIndex(({ marks }, at) => at > 0 && marks.some((mark) => mark !== ","));
  const list = chunks.slice(0, end < 0 ? chunks.length : end).filter(({ pieces }) => pieces.length > 0);
  const details = list.filter(namesOnlyDetails).length;
  if (chunks[0]?.marks.some((mark) => mark === ":" || mark === "(")) return details > 0;
  return details > 1 && list.length > 2 && list.slice(1, -1).every(({ marks }) => marks.includes(","));
}

/** "Each car has several services with a date", "recipes, ingredients with a unit": details of what was named last. */
function goToOwner(state: State, { pieces, marks, lead }: Chunk, each: boolean): void {
  const { current, last } = state;
  if (last?.is !== "entity" || last.entity === current) return;
  const keys = pieces.flatMap((piece) => senseOf(piece, "field")?.field.key ?? []);
  const isNearer = keys.some((key) => detailOf(last.entity, key) && !detailOf(current, key));
  const joined = lead.includes("with") ? each || (isNearer && marks.length === 0) : each && isNearer;
  if (joined) state.current = last.entity;
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
  const owners = before?.lead.includes("for") && before.pieces.every((piece) => isWhom(state, piece));
  const isOne = words.some(({ text }) => /^(a|an|my|one|eine?n?|meine?n?|une?|mon|ma|una?|mi)$/i.test(text));
  const named = pieces.length === 1 && pieces.every((piece) => senseOf(piece, "noun"));
  return Boolean(owners) && lead.join() === "and" && isOne && named;
}

/** Whether a word, or a number, says whom the app is for. */
function isWhom(state: State, { text, tokens }: Piece): boolean {
  const outcomes = tokens.map((token) => now(state).dispositions[token]?.outcome);
  return outcomes.every((outcome) => outcome === "context" || (outcome === "met_by_kind" && /\d/.test(text)));
}

function settleContext(state: State, { pieces }: Chunk): boolean {
  settle(state, pieces, context);
  return false;
}

/** "A list that talks": what follows "that" alone tells what the app does. */
function isVerb({ lead, pieces, before }: Chunk): boolean {
  const [verb, ...others] = pieces;
  const isThing = verb?.senses.every(({ is }) => is === "noun" || is === "homonym");
  return lead.join() === "that" && before.length === 1 && Boolean(verb && isThing) && others.length === 0;
}

function settleRefused(state: State, { pieces }: Chunk): boolean {
  settle(state, pieces, refused(WHY[state.draft.locale].unknown));
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
