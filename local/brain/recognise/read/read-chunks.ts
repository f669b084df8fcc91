import type { Locale } from "#core/factory/specification/specification.ts";
import type { Chunk } from "./chunk.ts";
import { readColumns } from "./columns.ts";
import { introduces, isSetting } from "./context.ts";
import { readCount } from "./count.ts";
import { dictionaryOf } from "./dictionary.ts";
import { readExample } from "./examples.ts";
import { decided } from "./figures.ts";
import { readHead } from "./head.ts";
import { namesStack, readItem } from "./item.ts";
import { keepTasks } from "./keep-tasks.ts";
import {
  containsDetails,
  givesSeveral,
  isListed,
  listsDetails,
  listsItsDetails,
  namesOnlyDetails,
  spellsOut,
} from "./lists.ts";
import { nameOnly } from "./name-only.ts";
import { readNegated } from "./negated.ts";
import { optionLists, readOption } from "./options.ts";
import { goToOwner, isSameOwner, relateToAll, subjectIn } from "./owner.ts";
import { hasRole, isContent, senseOf } from "./pieces.ts";
import { isPlural, isSingular } from "./plural.ts";
import { readQualified } from "./qualified.ts";
import { WHY } from "./reasons.ts";
import { readScheme } from "./scheme.ts";
import { isForSeveral } from "./several.ts";
import { startsAgain } from "./starts-again.ts";
import { asked, context, met, now, refused, type State, settle, startAnew } from "./state.ts";
import { readWhereWhen } from "./where-when.ts";

/** The kinds of words that an earlier chunk of the message opens. */
interface Run {
  /** Within what an app keeps: "track books and films". */
  records: boolean;
  /** Within a list of details: "with", "has", ":". */
  details: boolean;
  /** Within a list after ":" that contains plain details. */
  spelledOut: boolean;
  /** Within any list that contains plain details. */
  plain: boolean;
  /** Right after the words for the app. */
  fresh: boolean;
  /** Whether those name records in the plural. */
  several: boolean;
}

/** Reads the chunks of a message in order: the kind of app, then what it has. */
export function readChunks(state: State, chunks: readonly Chunk[]): void {
  if (state.messages.length > 1 && (state.unbuildable !== null || startsAgain(chunks))) startAnew(state);
  if (listsDetails(chunks, state.draft.locale) || givesSeveral(chunks)) state.wanted = true;
  if (!state.current) nameOnly(state, chunks);
  const run: Run = {
    records: false,
    details: state.messages.length > 1,
    spelledOut: false,
    plain: false,
    fresh: false,
    several: false,
  };
  let each = false;
  const lists = optionLists(chunks);
  let options = false;
  let outside: State["current"] = null;
  let columns = 0;
  chunks.forEach((chunk, at) => {
    if (columns > 0) columns -= 1;
    else columns = readColumns(state, chunks.slice(at));
    if (columns > 0) return;
    settle(
      state,
      chunk.before.filter((piece) => !hasRole(piece, "negate", "instead")),
      context,
    );
    relateToAll(state, chunk);
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
    if (chunk.marks.includes(":")) run.details = true;
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
    if (!state.current) each = readFirst(state, chunk, chunks[at + 1], run);
    else each = readNext(state, chunks, at, run, each);
  });
}

/** Notes what kind of list begins with a chunk, if one does. */
function openList(run: Run, chunks: readonly Chunk[], locale: Locale): void {
  const [{ lead, marks }] = chunks as readonly [Chunk];
  const opens = marks.some((mark) => mark !== ",");
  const follows = run.fresh && marks.includes(",") && listsItsDetails(chunks, locale, run.several);
  if (marks.length > 0 || !lead.some((role) => role === "for" || role === "in")) run.fresh = false;
  if (opens) run.spelledOut = spellsOut(chunks, locale);
  if (follows) {
    run.spelledOut = true;
    run.records = false;
  }
  if (opens || follows || lead.includes("with") || lead.includes("has"))
    run.plain = containsDetails(chunks) || marks.includes(":");
}

/** "Inspections (date, result)": the details of what was named last; returns what they interrupt. */
function enterParentheses(state: State, run: Run): State["current"] {
  const { current, last } = state;
  if (!current || last?.is !== "entity" || last.entity === current) return null;
  state.current = last.entity;
  run.details = true;
  return current;
}

/** "A random generator for our class": what a thing that cannot be built is for is no app either. */
function followsRefused(state: State, { pieces, before }: Chunk): boolean {
  const { dispositions, tokens, locale } = now(state);
  const first = Math.min(...[...before, ...pieces].flatMap((piece) => piece.tokens));
  const earlier = tokens.slice(0, first);
  return (
    state.heldContainers.length === 0 &&
    !state.wanted &&
    earlier.some(
      (token, at) =>
        token.kind === "word" &&
        isContent(token, locale) &&
        dispositions[at] === undefined &&
        dictionaryOf(locale).word(token.key).length === 0,
    )
  );
}

/** Reads a chunk before the kind of app is known; returns whether it names the owner of what follows. */
function readFirst(state: State, chunk: Chunk, next: Chunk | undefined, run: Run): boolean {
  if (state.unbuildable !== null) return settleAs(state, chunk, refused(WHY[state.draft.locale].records));
  if (introduces(chunk, next)) return settleAs(state, chunk, context);
  if (chunk.lead.includes("for") && isForSeveral(textOf(chunk)))
    return settleAs(state, chunk, refused(WHY[state.draft.locale].people));
  if (chunk.lead.join() === "for" && followsRefused(state, chunk)) return settleAs(state, chunk, context);
  if (state.missing?.id === "records" && chunk.lead.includes("with") && namesOnlyDetails(chunk))
    return settleAs(state, chunk, asked("records"));
  readHead(state, chunk);
  run.records = state.current !== null && !chunk.lead.includes("with");
  run.details = false;
  run.fresh = true;
  run.several = chunk.pieces.some((piece) => {
    const noun = senseOf(piece, "noun")?.noun;
    return (
      noun !== undefined &&
      isPlural(piece, noun, state.draft.locale) &&
      !isSingular(piece, noun, state.draft.locale)
    );
  });
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
  openList(run, chunks.slice(at), state.draft.locale);
  if (sharedWith(chunks[at - 1], chunk))
    return settleAs(state, chunk, refused(senseOf(chunks[at - 1]?.pieces.at(-1), "beyond")?.reason ?? ""));
  if (lead.includes("each") || lead.includes("by") || lead.includes("for")) {
    const names = readQualified(state, chunk, chunks[at + 1]);
    if (names !== null) return names;
  }
  if (isSetting(state, chunk) || isSameOwner(state, chunks[at - 1], chunk))
    return settleAs(state, chunk, context);
  if (readCount(state, chunk, entity) || readWhereWhen(state, chunk, entity)) return each;
  if (isVerb(chunk)) return settleAs(state, chunk, refused(WHY[state.draft.locale].unknown));
  const verbs = chunk.pieces.findIndex((piece) => !senseOf(piece, "inherent"));
  const keeps = verbs > 0 && !lead.includes("with");
  const several = lead.includes("several") && each;
  readItem(state, chunk, entity, {
    records: run.records || keeps || several,
    details: run.spelledOut || (run.details && (entity.noun === null || FIELD_CUE.test(textOf(chunk)))),
    plain: (run.plain || chunks[at + 1]?.marks[0] === "?") && !lead.includes("for") && !lead.includes("to"),
    listed: isListed(chunk) || isListed(chunks[at + 1]),
    spelledOut: run.spelledOut,
    several: lead.includes("several") && (each || lead.includes("with") || lead.includes("has")),
    goesOn: isListed(chunk),
    owner: each ? entity : null,
  });
  const doubted = chunks[at + 1]?.marks[0] === "?" && isListed(chunk);
  if (doubted && state.last?.is === "field") decided(state.last.field, state.last.entity);
  return each && (lead.includes("and") || lead.includes("has") || marks.includes(","));
}

/** "A list that talks": what follows "that" alone tells what the app does. */
function isVerb({ lead, pieces, before }: Chunk): boolean {
  const [verb, ...others] = pieces;
  const isThing = verb?.senses.every(({ is }) => is === "noun" || is === "homonym");
  return lead.join() === "that" && before.length === 1 && Boolean(verb && isThing) && others.length === 0;
}

/** "Shared" before "with my family". */
function sharedWith(before: Chunk | undefined, { lead, marks }: Chunk): boolean {
  return (
    senseOf(before?.pieces.at(-1), "beyond")?.key === "sharing" && lead[0] === "with" && marks.length === 0
  );
}

/** Settles the words of a chunk, which name no owner of what follows. */
function settleAs(state: State, { pieces }: Chunk, as: Parameters<typeof settle>[2]): false {
  settle(state, pieces, as);
  return false;
}

const FIELD_CUE =
  /\b(field|fields|column|columns|details?)\b|feld\b|felder\b|spalten?\b|champs?\b|colonnes?\b|campos?\b|columnas?\b/i;

function textOf({ pieces, before }: Chunk): string {
  return [...before, ...pieces].map(({ text }) => text).join(" ");
}
