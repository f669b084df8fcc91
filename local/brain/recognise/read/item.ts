import { STACKS } from "#core/factory/stacks/stacks.ts";
import { askBehaviour } from "./ask-part.ts";
import type { Chunk } from "./chunk.ts";
import { readDeed } from "./deed.ts";
import { addDetail, detailOf, isDetailName, OWN_TYPES } from "./details.ts";
import { addField, addText, addUnknown, type DraftEntity, label } from "./draft.ts";
import { applyFigure } from "./figures.ts";
import { isHeadFirst } from "./language.ts";
import { readLimit } from "./limit.ts";
import { readLook } from "./look.ts";
import { sameStem } from "./modifier.ts";
import { addOption } from "./options.ts";
import { readParts } from "./parts.ts";
import { isPhrase } from "./phrase.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import type { Position } from "./record.ts";
import { relate } from "./relate.ts";
import { readOnlyScheme } from "./scheme.ts";
import { byKind, context, met, now, refused, type State, settle } from "./state.ts";
import { readTheme } from "./theme.ts";

/** Reads one wish for the app: a detail, a view, a behaviour or another kind of record. */
export function readItem(state: State, chunk: Chunk, entity: DraftEntity, position: Position): void {
  const open = chunk.pieces.filter(({ tokens }) =>
    tokens.some((token) => now(state).dispositions[token] === undefined),
  );
  const figures = open.filter(({ figure }) => figure);
  const fillers = isTechnology(open, chunk) ? [] : open.filter(isFiller);
  const words = isTechnology(open, chunk)
    ? open
    : open.filter((piece) => !piece.figure && !fillers.includes(piece) && !hasRole(piece, "of"));
  settle(state, fillers, context);
  if (words.length > 0) readWords(state, words, entity, position, chunk);
  for (const piece of figures) applyFigure(state, piece);
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
  if (deed) {
    readDeed(state, deed, words);
    return;
  }
  const recurs = words.some((piece) => senseOf(piece, "behaviour")?.kind === "recurrence");
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

function readUnknown(
  state: State,
  words: readonly Piece[],
  entity: DraftEntity,
  { details, several }: Position,
): void {
  const name = words.map(({ text }) => text).join(" ");
  const measured = words.length > 1 ? undefined : measuredIn(entity, name);
  if (measured) {
    state.last = { is: "field", field: measured, entity };
    settle(state, words, met(`entities.${entity.id}.${measured.field.id}`));
    return;
  }
  if (readAlternatives(state, words, entity)) return;
  // "Paid back" is what "paid" says of a debt.
  const box = words.length === 2 && detailOf(entity, senseOf(words[0], "field")?.field.key ?? "");
  if (box && box.field.type === "boolean" && entity.noun) {
    settle(state, words, met(`entities.${entity.id}.${box.field.id}`));
    return;
  }
  const same = words.length === 1 && words[0] && sameStem(words[0], entity);
  if (same) {
    settle(state, words, met(`entities.${entity.id}.${same.field.id}`));
    return;
  }
  if (several && readSeveral(state, words, entity, name)) return;
  if (
    details &&
    words.length <= 3 &&
    !words.some((piece) => senseOf(piece, "unbuildable")) &&
    isDetailName(name)
  ) {
    const field = addDetail(state.draft, entity, name);
    state.last = { is: "field", field, entity };
    settle(state, words, met(`entities.${entity.id}.${field.field.id}`));
    return;
  }
  if (readQualifiedDetail(state, words, entity, name)) return;
  settle(state, words, refused(WHY[state.draft.locale].unknown));
}

/** "Material PLA/PETG/ABS": what stands after a detail, with slashes, is what can be chosen for it. */
function readAlternatives(state: State, [head, ...rest]: readonly Piece[], entity: DraftEntity): boolean {
  const word = senseOf(head, "field")?.field;
  if (!head || !word || !["text", "choice"].includes(word.type) || rest.length < 2) return false;
  const { message, tokens } = now(state);
  const at = rest.flatMap((piece) => piece.tokens);
  const names = message.slice(tokens[Math.min(...at)]?.start, tokens[Math.max(...at)]?.end).split("/");
  if (names.length < rest.length || names.some((name) => !isDetailName(name.trim()))) return false;
  const field = addField(state.draft, entity, word);
  field.field = { ...field.field, options: [] };
  for (const name of names) addOption(field, label(name));
  state.last = { is: "field", field, entity };
  settle(state, [head, ...rest], met(`entities.${entity.id}.${field.field.id}`));
  return true;
}

/** "Date, km, minutes": a unit alone names the detail that is measured in it. */
function measuredIn({ fields }: DraftEntity, unit: string) {
  const isTime = /^(min|mins|minutes?|minuten|minutos|hours?|hrs?|stunden|heures?|horas?)$/i.test(unit);
  return fields.find(
    ({ field }) => field.unit?.toLowerCase() === unit.toLowerCase() || (isTime && field.type === "duration"),
  );
}

/** "Each kiln has several firings": records of their own, each with what it belongs to, whatever they are. */
function readSeveral(state: State, words: readonly Piece[], owner: DraftEntity, name: string): boolean {
  const { draft } = state;
  if (words.length > 3 || !words.every(({ senses }) => senses.length === 0) || !isDetailName(name))
    return false;
  const singular = draft.locale === "en" ? name.replace(/(?<=[^s])s$/, "") : name;
  const added = addUnknown(draft, singular, name);
  relate(draft, added, owner);
  state.missing = { id: "details", noun: singular, entity: added };
  state.last = { is: "entity", entity: added };
  settle(state, words, met(`entities.${added.id}`));
  return true;
}

/** "Selling price" is a price of its own. */
function readQualifiedDetail(
  state: State,
  words: readonly Piece[],
  entity: DraftEntity,
  name: string,
): boolean {
  const romance = isHeadFirst(state.draft.locale);
  const head = romance ? words[0] : words.at(-1);
  const type = senseOf(head, "field")?.field.type;
  const others = words.filter((piece) => piece !== head);
  const plain = others.every(
    ({ senses }) => senses.length === 0 || senses.every(({ is }) => is === "role" || is === "field"),
  );
  if (
    !type ||
    !isPhrase(state, words) ||
    senseOf(head, "behaviour") ||
    senseOf(head, "view") ||
    words.length > 3 ||
    !plain ||
    name.length > 40
  )
    return false;
  const field = addText(state.draft, entity, name, OWN_TYPES.has(type) ? type : "text");
  state.last = { is: "field", field, entity };
  settle(state, words, met(`entities.${entity.id}.${field.field.id}`));
  return true;
}
