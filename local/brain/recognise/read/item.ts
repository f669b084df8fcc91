import type { Field } from "#core/factory/specification/field.ts";
import { STACKS } from "#core/factory/stacks/stacks.ts";
import type { FieldWord, Noun } from "#local/brain/lexicon/types.ts";
import { askBehaviour, askView } from "./ask-part.ts";
import { ANYWHERE } from "./behaviours.ts";
import type { Chunk } from "./chunks.ts";
import { addDetail, detailOf } from "./details.ts";
import { addField, addNoun, addText, type DraftEntity } from "./draft.ts";
import { applyFigure } from "./figures.ts";
import { isPhrase } from "./phrase.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { relate } from "./relate.ts";
import { WHY } from "./say.ts";
import { byKind, context, met, now, refused, type State, settle } from "./state.ts";
import { readTheme } from "./theme.ts";

/** How the sentence joins an item on. */
export interface Position {
  /** Whether the item follows words such as "track" or "manage", or the first noun of such a list. */
  readonly records: boolean;
  /** Whether unknown words are names of details. */
  readonly details: boolean;
  /** The kind of record that "each" names. */
  readonly owner: DraftEntity | null;
}

/** Reads one wish for the app: a detail, a view, a behaviour or another kind of record. */
export function readItem(state: State, chunk: Chunk, entity: DraftEntity, position: Position): void {
  const open = chunk.pieces.filter(({ tokens }) =>
    tokens.some((token) => now(state).fates[token] === undefined),
  );
  const figures = open.filter(({ figure }) => figure);
  const fillers = open.filter(isFiller);
  const words = open.filter((piece) => !piece.figure && !fillers.includes(piece) && !hasRole(piece, "of"));
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
  if (readLook(state, words, chunk) || readTheme(state, words, chunk)) return;
  if (words.some(({ text }) => STACK_WORDS.has(text.toLowerCase()))) {
    settle(state, words, refused(why.stack));
    return;
  }
  const numbers = words.filter(({ text, senses }) => /^\d/.test(text) && senses.length === 0);
  if (numbers.length > 0) {
    settle(state, words, refused(why.number));
    return;
  }
  const beyond = words.find((piece) => senseOf(piece, "beyond") && !isPart(piece, position.records));
  if (beyond) {
    settle(state, words, refused(senseOf(beyond, "beyond")?.reason ?? why.unknown));
    return;
  }
  const recurs = words.some((piece) => senseOf(piece, "behaviour")?.kind === "recurrence");
  if (words.some((piece) => isUnknown(piece) && !(recurs && PERIOD.test(piece.text)))) {
    readUnknown(state, words, entity, position);
    return;
  }
  const rest = words.filter((piece) => isPart(piece) || senseOf(piece, "container"));
  settle(
    state,
    words.filter((piece) => !rest.includes(piece)),
    byKind,
  );
  if (rest.length > 0) readParts(state, rest, entity, position);
}

/** A unit of calendar time, as in "every month". */
export const PERIOD =
  /^(days?|weeks?|months?|years?|daily|weekly|monthly|yearly|tag|woche|monat|jahr|jours?|semaines?|mois|an|année|día|semana|mes|año)$/i;

const STACK_WORDS = new Set(
  STACKS.filter(({ name }) => name !== "static").flatMap(({ phrases }) =>
    phrases.map((phrase) => phrase.toLowerCase()),
  ),
);

function isPart({ senses }: Piece, records = true): boolean {
  return senses.some(
    ({ is }) => (is === "noun" && records) || is === "field" || is === "view" || is === "behaviour",
  );
}

function isUnknown(piece: Piece): boolean {
  if (piece.senses.length === 0) return true;
  return (
    piece.senses.every(
      ({ is }) => is === "unbuildable" || is === "product" || is === "color" || is === "role",
    ) && !isFiller(piece)
  );
}

/** "In green", "a blue background", "dark design". */
function readLook(state: State, words: readonly Piece[], chunk: Chunk): boolean {
  const color = words.find((piece) => senseOf(piece, "color"));
  const others = words.filter(
    (piece) =>
      piece !== color &&
      !senseOf(piece, "inherent") &&
      !senseOf(piece, "container") &&
      !LOOK.test(piece.text),
  );
  const cue =
    chunk.lead.includes("in") ||
    words.length > 1 ||
    chunk.pieces.length > words.length ||
    chunk.before.length > 0;
  if (!color || others.length > 0 || !cue) return false;
  const { hex } = senseOf(color, "color") ?? { hex: "" };
  const behind = words.some(({ text }) => /background|hintergrund|fond|fondo/i.test(text));
  if (behind) state.draft.background = tint(hex);
  else state.draft.accent = hex;
  settle(state, words, met(behind ? "look.background" : "look.accent"));
  return true;
}

const LOOK =
  /^(theme|accent|accents|colou?rs?|background|look|design|style|buttons?|scheme|farbe|farben|akzent|hintergrund|thema|schema|knöpfe|couleurs?|fond|thème|boutons?|color|colores|fondo|tema|acento|botones)$/i;

/** A pale shade of a color, so that text on it is readable. */
function tint(hex: string): string {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round(255 - (255 - channel(at)) * 0.1)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function readUnknown(
  state: State,
  words: readonly Piece[],
  entity: DraftEntity,
  { details }: Position,
): void {
  const name = words.map(({ text }) => text).join(" ");
  if (
    details &&
    words.length <= 3 &&
    !words.some((piece) => senseOf(piece, "unbuildable")) &&
    /^[\p{L}\p{M}\d\s'’-]{2,40}$/u.test(name)
  ) {
    const field = addDetail(state.draft, entity, name);
    state.last = { is: "field", field, entity };
    settle(state, words, met(`entities.${entity.id}.${field.field.id}`));
    return;
  }
  if (readQualifiedDetail(state, words, entity, name)) return;
  settle(state, words, refused(WHY[state.draft.locale].unknown));
}

/** "Selling price" is a price of its own. */
function readQualifiedDetail(
  state: State,
  words: readonly Piece[],
  entity: DraftEntity,
  name: string,
): boolean {
  const romance = state.draft.locale === "fr" || state.draft.locale === "es";
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

/** The types that need nothing else to have a meaning. */
const OWN_TYPES = new Set<Field["type"]>(
  "long_text integer decimal money percent rating duration boolean date time date_time tags email phone url image file color location".split(
    " ",
  ) as Field["type"][],
);

/** Words that are all known: the view or behaviour among them, or else the last detail or noun; the rest qualifies it. */
function readParts(state: State, words: readonly Piece[], entity: DraftEntity, position: Position): void {
  const romance = state.draft.locale === "fr" || state.draft.locale === "es";
  const ordered = romance ? [...words].reverse() : [...words];
  const single = words.length === 1;
  const view = ordered.findLast(
    (piece) => senseOf(piece, "view") && !(single && prefersField(piece, entity)),
  );
  const behaviour = ordered.findLast(
    (piece) => senseOf(piece, "behaviour") && !(single && prefersField(piece, entity)),
  );
  if (position.records && !view && !behaviour && ordered.some((piece) => senseOf(piece, "noun"))) {
    readRecord(state, words, ordered, entity, position);
    return;
  }
  if (view && !(position.records && senseOf(view, "noun"))) {
    readView(state, words, view, entity);
    return;
  }
  if (behaviour) {
    readBehaviour(state, words, behaviour, entity);
    return;
  }
  readDetail(state, words, ordered, entity, position);
}

/** A word that is a detail of this record is read as that, such as "notes" or "rating". */
function prefersField(piece: Piece, entity: DraftEntity): boolean {
  const field = senseOf(piece, "field")?.field;
  const behaviour = senseOf(piece, "behaviour")?.kind;
  const usual = entity.noun?.behaviours.some(({ kind }) => kind === behaviour);
  return field !== undefined && !usual && detailOf(entity, field.key) !== undefined;
}

function readView(state: State, words: readonly Piece[], view: Piece, entity: DraftEntity): void {
  const { target, fields } = qualifiers(state, words, view, entity);
  const kind = senseOf(view, "view")?.kind ?? "list";
  const path = askView(state, kind, target, fields[0], view.text);
  for (const word of fields.slice(1)) askView(state, kind, target, word);
  const last = state.draft.views.find((each) => each.kind === kind && each.entity === target);
  if (last) state.last = { is: "view", view: last };
  settle(state, words, met(path));
}

function readBehaviour(state: State, words: readonly Piece[], behaviour: Piece, entity: DraftEntity): void {
  const kind = senseOf(behaviour, "behaviour")?.kind ?? "search";
  if (ANYWHERE.has(kind)) refuseForeign(state, words, behaviour);
  const { target, fields } =
    ANYWHERE.has(kind) || WHOLE.has(kind)
      ? { target: entity, fields: [] }
      : qualifiers(state, words, behaviour, entity);
  const path = askBehaviour(state, kind, target, fields, words.map(({ text }) => text).join(" "));
  const last = state.draft.behaviours.find(
    (each) => each.kind === kind && (each.entity === target || each.entity === null),
  );
  if (last) {
    state.last = { is: "behaviour", behaviour: last };
    if (kind === "export") formats(last.fields, behaviour.text);
  }
  settle(state, words, met(path));
}

/** The behaviours of whole records, whatever else is named: "mark favorites". */
const WHOLE = new Set<string>(["favorite", "archive", "duplicate", "manual_order", "bulk", "check_in"]);

/** Data is imported from and exported to files, whatever else is named: "imports from my bank". */
function refuseForeign(state: State, words: readonly Piece[], behaviour: Piece): void {
  const keys = new Set(state.draft.entities.map(({ key }) => key));
  const foreign = words.filter(
    (piece) =>
      piece !== behaviour &&
      (senseOf(piece, "noun") || senseOf(piece, "field")) &&
      !keys.has(senseOf(piece, "noun")?.noun.key ?? ""),
  );
  settle(state, foreign, refused(WHY[state.draft.locale].unknown));
}

function formats(fields: string[], text: string): void {
  if (/csv|excel/i.test(text) && !fields.includes("csv")) fields.push("csv");
  if (/json/i.test(text) && !fields.includes("json")) fields.push("json");
}

/** What the other words say about a view or a behaviour: whose records, and by which details. */
function qualifiers(
  state: State,
  words: readonly Piece[],
  part: Piece,
  entity: DraftEntity,
): { target: DraftEntity; fields: FieldWord[] } {
  let target = entity;
  const fields: FieldWord[] = [];
  for (const piece of words) {
    if (piece === part) continue;
    const noun = senseOf(piece, "noun")?.noun;
    const field = senseOf(piece, "field")?.field;
    const there = noun && state.draft.entities.find(({ key }) => key === noun.key);
    if (there) target = there;
    else if (field) fields.push(field);
    else if (noun) target = addNoun(state.draft, noun);
  }
  return { target, fields };
}

function readRecord(
  state: State,
  words: readonly Piece[],
  ordered: readonly Piece[],
  entity: DraftEntity,
  position: Position,
): void {
  const piece = ordered.findLast((each) => senseOf(each, "noun")) as Piece;
  const { noun } = senseOf(piece, "noun") as { noun: Noun };
  const added = addNoun(state.draft, noun);
  if (position.owner && position.owner !== added) relate(state.draft, added, position.owner);
  state.last = { is: "entity", entity: added };
  settle(state, piece, met(`entities.${added.id}`));
  qualify(
    state,
    words.filter((each) => each !== piece),
    added === entity ? entity : added,
  );
}

/** A detail, or a kind of record if no detail has the name. */
function readDetail(
  state: State,
  words: readonly Piece[],
  ordered: readonly Piece[],
  entity: DraftEntity,
  position: Position,
): void {
  const owner = words
    .map((piece) => state.draft.entities.find(({ key }) => key === senseOf(piece, "noun")?.noun.key))
    .find(Boolean);
  const head = ordered.findLast((piece) => senseOf(piece, "field")) ?? (ordered.at(-1) as Piece);
  const field = senseOf(head, "field")?.field;
  if (!field) {
    const named = referenceTo(entity, senseOf(head, "noun")?.noun);
    if (named) {
      settle(state, head, met(`entities.${entity.id}.${named.field.id}`));
      qualify(
        state,
        words.filter((piece) => piece !== head),
        entity,
      );
      return;
    }
    if (senseOf(head, "noun")) {
      readRecord(state, words, ordered, entity, position);
      return;
    }
    settle(state, words, byKind);
    return;
  }
  if (owner && words.length === 1) {
    state.current = owner;
    settle(state, words, met(`entities.${owner.id}`));
    return;
  }
  const target = owner ?? position.owner ?? entity;
  const added = addField(state.draft, target, field);
  state.last = { is: "field", field: added, entity: target };
  settle(state, head, met(`entities.${target.id}.${added.field.id}`));
  qualify(
    state,
    words.filter((piece) => piece !== head),
    target,
  );
}

/** The detail of an entity that names records of a kind: the teacher of a course. */
function referenceTo({ fields, key: own }: DraftEntity, noun: Noun | undefined) {
  return noun && noun.key !== own
    ? fields.find(({ key, target }) => key === noun.key || target?.noun === noun.key)
    : undefined;
}

/** Words beside a detail or a record: details of their own, or part of its description. */
function qualify(state: State, words: readonly Piece[], entity: DraftEntity): void {
  for (const piece of words) {
    const field = senseOf(piece, "field")?.field;
    const noun = senseOf(piece, "noun")?.noun;
    const there = noun && state.draft.entities.find(({ key }) => key === noun.key);
    if (there) settle(state, piece, met(`entities.${there.id}`));
    else if (field)
      settle(state, piece, met(`entities.${entity.id}.${addField(state.draft, entity, field).field.id}`));
    else settle(state, piece, context);
  }
}
