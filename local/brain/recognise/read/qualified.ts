import { fieldWordOf } from "#local/brain/lexicon/lexicon.ts";
import { askBehaviour, askView } from "./ask-part.ts";
import { ALONE } from "./behaviours.ts";
import type { Chunk } from "./chunk.ts";
import { addField, addNoun, type DraftEntity } from "./draft.ts";
import { isFiller, PERIOD } from "./item.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import { relate } from "./relate.ts";
import { isForSeveral } from "./several.ts";
import { byKind, context, met, refused, type State, settle } from "./state.ts";
import { DATES, usualViews } from "./views.ts";

/**
 * Reads "per recipe", "each customer", "by category" and "for my team". Returns whether it names the owner of what
 * follows, or null if the chunk is a wish like any other.
 */
export function readQualified(state: State, chunk: Chunk, next: Chunk | undefined): boolean | null {
  const words = chunk.pieces.filter((piece) => !isFiller(piece) && !hasRole(piece, "of"));
  settle(state, chunk.pieces.filter(isFiller), context);
  if (words.some(({ figure }) => figure)) return null;
  if (chunk.lead.includes("by") && isForSeveral(textOf(chunk))) {
    settle(state, chunk.pieces, refused(WHY[state.draft.locale].people));
    return false;
  }
  if (chunk.lead.includes("each") && !chunk.lead.includes("with")) return readEach(state, words, next);
  if (chunk.lead.includes("by")) return readBy(state, words);
  return chunk.lead.includes("for") ? readFor(state, chunk, words) : null;
}

function readEach(state: State, words: readonly Piece[], next: Chunk | undefined): boolean | null {
  const other = words.map((piece) => senseOf(piece, "homonym")?.noun).find(Boolean);
  const isThere = state.draft.entities.some(({ key }) => key === other?.key);
  const noun = isThere ? other : nounIn(words);
  const period = words.some(({ text }) => PERIOD.test(text));
  if (period && (state.last?.is === "view" || state.last?.is === "behaviour")) return readBy(state, words);
  if (!noun) {
    const own =
      state.current?.noun === null &&
      words.every(({ text }) => state.current?.name.toLowerCase().includes(text.toLowerCase()));
    if (!own || !state.current) return readBy(state, words);
    settle(state, words, met(`entities.${state.current.id}`));
    return true;
  }
  const last = state.last;
  const detail = last?.is === "entity" && words.map((word) => namedIn(last.entity, word)).find(Boolean);
  if (detail && !next?.lead.includes("has")) {
    settle(state, words, met(detail));
    return false;
  }
  const entity = addNoun(state.draft, noun);
  settle(state, words, met(`entities.${entity.id}`));
  if (last?.is === "entity" && last.entity !== entity && !next?.lead.includes("has"))
    relate(state.draft, last.entity, entity);
  if (next?.lead.includes("has") || next?.lead.includes("with")) {
    state.current = entity;
    return true;
  }
  return false;
}

/** The detail of a kind of record that has the name of a word: the subject of a grade. */
function namedIn({ id, fields }: DraftEntity, { text }: Piece): string | undefined {
  const named = fields.find(
    ({ field, target }) => !target && field.name.toLowerCase() === text.toLowerCase(),
  );
  return named && `entities.${id}.${named.field.id}`;
}

/** "By category", after a view or a behaviour: what it goes by. */
function readBy(state: State, words: readonly Piece[]): boolean | null {
  const { last, current } = state;
  const field = words.map((piece) => senseOf(piece, "field")?.field).find(Boolean);
  const part = last?.is === "view" || last?.is === "behaviour";
  const monthly = words.length > 0 && words.every(({ text }) => MONTH.test(text)) && monthlyChart(state);
  if (monthly) {
    settle(state, words, met(monthly));
    return false;
  }
  if (words.length > 0 && words.every(({ text }) => MONTH.test(text)) && !part) return refuse(state, words);
  if (part && words.every(({ text }) => PERIOD.test(text))) {
    settle(
      state,
      words,
      last.is === "view" ? met(`views.${last.view.id}`) : refused(WHY[state.draft.locale].unknown),
    );
    return false;
  }
  const alone = last?.is === "behaviour" && ALONE.has(last.behaviour.kind);
  if (!field || !current || alone) return part ? refuse(state, words) : null;
  if (last?.is === "view") settle(state, words, met(askView(state, last.view.kind, last.view.entity, field)));
  else if (last?.is === "behaviour")
    settle(
      state,
      words,
      met(askBehaviour(state, last.behaviour.kind, last.behaviour.entity ?? current, [field])),
    );
  else settle(state, words, met(`entities.${current.id}.${addField(state.draft, current, field).field.id}`));
  return false;
}

const MONTH = /^(months?|monthly|monat|monate|monaten|mois|mes|meses)$/i;

/** The chart by month of the records in question; undefined if they have no dates, or no chart is wanted. */
function monthlyChart(state: State): string | undefined {
  const { draft, last } = state;
  const chart = last?.is === "view" && last.view.kind === "chart" ? last.view : undefined;
  const entity = chart?.entity ?? state.current;
  if (!entity || (last?.is === "view" && !chart) || draft.bans.has("view:chart")) return undefined;
  const isDate = (key: string | undefined) => DATES.includes(fieldWordOf(key ?? "")?.type ?? "text");
  const usual = usualViews(draft, entity).find(({ kind, field }) => kind === "chart" && isDate(field));
  const date =
    usual?.field ??
    entity.fields.find(({ key, field }) => DATES.includes(field.type) && !OF_ONE_RECORD.test(key))?.key;
  if (date === undefined) return undefined;
  entity.monthly = true;
  if (chart) chart.field = date;
  return chart || usual
    ? `views.${(chart ?? usual)?.id}`
    : askView(state, "chart", entity, fieldWordOf(date));
}

/** Dates by which records are not counted over time: a birthday, the last visit of a dog. */
const OF_ONE_RECORD = /^(birthday|birth_date|last_|next_|died|wedding_date)/;

function refuse(state: State, words: readonly Piece[]): boolean {
  settle(state, words, refused(WHY[state.draft.locale].unknown));
  return false;
}

/** "For a dentist" is context, "for two users" is a wish that cannot be met, "for storing recipes" is one like others. */
function readFor(state: State, chunk: Chunk, words: readonly Piece[]): boolean | null {
  const why = WHY[state.draft.locale];
  const beyond = words.map((piece) => senseOf(piece, "beyond")).find(Boolean);
  if (beyond) settle(state, words, refused(beyond.reason));
  else if (isForSeveral(textOf(chunk)) || (words.some(({ text }) => /^\d/.test(text)) && !isOfThings(words)))
    settle(state, words, refused(why.people));
  else if (words.length > 1 && senseOf(words[0], "inherent")) return null;
  else {
    const { last } = state;
    const alone = last?.is === "behaviour" && ALONE.has(last.behaviour.kind);
    const noun = nounIn(words);
    const entity = noun && state.draft.entities.find(({ key }) => key === noun.key);
    const field = words.map((piece) => senseOf(piece, "field")?.field).find(Boolean);
    if (entity) settle(state, words, met(`entities.${entity.id}`));
    else if (field && !alone && (last?.is === "view" || last?.is === "behaviour"))
      return readBy(state, words);
    else {
      // However many it is for, an app keeps as many records as are entered.
      settle(
        state,
        words.filter(({ text }) => /\d/.test(text)),
        byKind,
      );
      settle(state, words, words.length > 0 && senseOf(words[0], "inherent") ? byKind : context);
    }
  }
  return false;
}

const PEOPLE = new Set(["people", "clubs"]);

/** "For my 2 dogs": the number is not one of people who would use the app. */
function isOfThings(words: readonly Piece[]): boolean {
  return words.some(
    (piece) => senseOf(piece, "noun") && !PEOPLE.has(senseOf(piece, "noun")?.noun.domain ?? ""),
  );
}

function textOf({ before, pieces }: Chunk): string {
  return [...before, ...pieces].map(({ text }) => text).join(" ");
}

function nounIn(words: readonly Piece[]) {
  return words.map((piece) => senseOf(piece, "noun")?.noun).find(Boolean);
}
