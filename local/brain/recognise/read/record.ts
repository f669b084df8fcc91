import { fieldWordOf } from "#local/brain/lexicon/lexicon.ts";
import type { FieldWord, Noun } from "#local/brain/lexicon/types.ts";
import { addDetail, detailOf, OWN_TYPES } from "./details.ts";
import { addField, addNoun, addText, type DraftEntity, type DraftField, label } from "./draft.ts";
import { sameStem } from "./modifier.ts";
import { addOption } from "./options.ts";
import { nameAs } from "./own-words.ts";
import { isPhrase } from "./phrase.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { isPlural, isSingular } from "./plural.ts";
import { fitsBeside, relate } from "./relate.ts";
import { sameDetail } from "./same-detail.ts";
import { byKind, context, met, now, type State, settle } from "./state.ts";
import { textOf } from "./text-of.ts";
import { DATES } from "./views.ts";

/** How the sentence joins an item on. */
export interface Position {
  /** Whether the item follows words such as "track" or "manage", or the first noun of such a list. */
  readonly records: boolean;
  /** Whether unknown words are names of details. */
  readonly details: boolean;
  /** Whether the item is in a list with the names of details, where an unknown noun is one as well. */
  readonly plain: boolean;
  /** Whether the item is one of several in a list. */
  readonly listed: boolean;
  /** Whether that list follows a colon and contains plain details. */
  readonly spelledOut: boolean;
  /** Whether it is one of several that a record has: "several firings". */
  readonly several: boolean;
  /** Whether it goes on with that list. */
  readonly goesOn: boolean;
  /** The kind of record that "each" names. */
  readonly owner: DraftEntity | null;
}

/** Adds the kind of record that the words name. */
export function readRecord(
  state: State,
  words: readonly Piece[],
  ordered: readonly Piece[],
  entity: DraftEntity,
  position: Position,
): void {
  const piece = ordered.findLast((each) => senseOf(each, "noun")) as Piece;
  const before = state.draft.entities.length;
  const added = addNoun(state.draft, nounAmong(state, piece));
  if (state.draft.entities.length > before) nameAs(added, piece.text, now(state).locale);
  if (position.owner && position.owner !== added) relate(state.draft, added, position.owner);
  state.last = { is: "entity", entity: added };
  settle(state, piece, met(`entities.${added.id}`));
  qualify(
    state,
    words.filter((each) => each !== piece),
    added === entity ? entity : added,
  );
}

/** The kind of record that a noun names; a homonym where the app keeps what its records belong to. */
function nounAmong({ draft }: State, piece: Piece): Noun {
  const named = piece.senses.flatMap((sense) => (sense.is === "noun" ? [sense.noun] : []));
  const noun = (named.find(({ key }) => draft.entities.some((entity) => entity.key === key)) ??
    named[0]) as Noun;
  const other = senseOf(piece, "homonym")?.noun;
  const isThere = (key: string | undefined) => draft.entities.some((entity) => entity.key === key);
  if (other && isThere(other.key) && !isThere(noun.key)) return other;
  const nouns = draft.entities.flatMap((entity) => entity.noun ?? []);
  const belongs = other && fitsBeside(other, nouns);
  return other && belongs && !isThere(noun.key) ? other : noun;
}

/** A detail, or a kind of record if no detail has the name. */
export function readDetail(
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
  const field = pictureOf(words) ?? costNow(entity, head) ?? fieldAmong(entity, head);
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
    if (isDetailOf(state, head, words, position)) {
      const added =
        namesRecords(entity, head) ?? momentOf(entity, head) ?? addDetail(state.draft, entity, head.text);
      settle(state, head, met(`entities.${entity.id}.${added.field.id}`));
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
    if (!position.listed) state.current = owner;
    settle(state, words, met(`entities.${owner.id}`));
    return;
  }
  const target = owner ?? position.owner ?? ownerAmong(state, field.key, entity, position);
  if (!owner && (readCompound(state, words, head, target) || readKindOf(state, words, head, field, target)))
    return;
  const added =
    momentOf(target, head) ??
    timeOf(state, target, field, head) ??
    sameDetail(target, field, state.draft.locale, state.named) ??
    addField(state.draft, target, field);
  state.last = { is: "field", field: added, entity: target };
  settle(state, head, met(`entities.${target.id}.${added.field.id}`));
  qualify(
    state,
    words.filter((piece) => piece !== head),
    target,
  );
}

/** The detail that a word names: one that the record has, if there is such a one; the "état" of a stamp is its "état de conservation". */
function fieldAmong(entity: DraftEntity, head: Piece): FieldWord | undefined {
  const fields = head.senses.flatMap((sense) => (sense.is === "field" ? [sense.field] : []));
  const [first] = fields;
  const word = head.text.toLowerCase();
  const longer = entity.fields.find(
    ({ field }) =>
      field.type === "choice" &&
      first?.type === "choice" &&
      field.name
        .toLowerCase()
        .split(" ")
        .some((part) => part.endsWith(word)),
  );
  return fields.find(({ key }) => detailOf(entity, key)) ?? fieldWordOf(longer?.key ?? "") ?? first;
}

/** A "Beleg-Foto" is one picture, that of the receipt. */
function pictureOf(words: readonly Piece[]): FieldWord | undefined {
  const pictures = words
    .map((piece) => senseOf(piece, "field")?.field)
    .filter((field) => field?.type === "image");
  return pictures.length > 1 ? pictures.find((field) => field?.key !== "photo") : undefined;
}

/** "What it costs me" is the price; only what it cost is the price that was paid. */
function costNow({ fields }: DraftEntity, { text, senses }: Piece): FieldWord | undefined {
  if (!senses.some((sense) => sense.is === "field" && sense.field.key === "buy_price")) return undefined;
  if (!/\b(costs|kostet|coûte|cuesta)(?!\p{L})/iu.test(text)) return undefined;
  const there = fields.find(({ field }) => field.type === "money");
  return fieldWordOf(there?.key ?? "price");
}

/** "Date of sowing and harvest": the moment of a detail, where the record has only that. */
function momentOf({ fields }: DraftEntity, { text }: Piece): DraftField | undefined {
  const name = new RegExp(`^${text} (on|at|am|um|le|el)$`, "iu");
  return fields.find(({ field }) => DATES.includes(field.type) && name.test(field.name));
}

/** "Date, start, end": beside a date, when something starts and ends are times of that day. */
function timeOf(
  { draft }: State,
  entity: DraftEntity,
  { key }: FieldWord,
  { text }: Piece,
): DraftField | undefined {
  const isMoment = key === "start_date" || key === "end_date";
  const hasDate = detailOf(entity, "date") !== undefined && detailOf(entity, key) === undefined;
  return isMoment && hasDate && !DATE.test(text) ? addText(draft, entity, text, "time") : undefined;
}

const DATE = /date|datum|fecha/i;

/** A German compound is a detail of its own: "Futterkosten" are neither any costs nor food. */
function readCompound(state: State, words: readonly Piece[], head: Piece, entity: DraftEntity): boolean {
  const type = senseOf(head, "field")?.field.type;
  const parts = words.filter(({ tokens }) => tokens.join() === head.tokens.join());
  if (parts.length < 2 || parts.length < words.length || type === undefined) return false;
  const name = parts.map(({ text }) => text).join("");
  const category = senseOf(head, "field")?.field.key === "cost" ? detailOf(entity, "category") : undefined;
  const field =
    category && addOption(category, name)
      ? category
      : addText(state.draft, entity, name, OWN_TYPES.has(type) ? type : "text");
  state.last = { is: "field", field, entity };
  settle(state, words, met(`entities.${entity.id}.${field.field.id}`));
  return true;
}

/** The details of which a record can have several, told apart by what is said before them. */
const GENERAL = new Set(
  "number name date time title code count type price cost amount quantity size weight length color address phone email link photo notes location".split(
    " ",
  ),
);

/** "Catalogue number": a number of its own, named as it was. */
function readKindOf(
  state: State,
  words: readonly Piece[],
  head: Piece,
  { key, type }: FieldWord,
  entity: DraftEntity,
): boolean {
  const others = words.filter((piece) => piece !== head);
  const isKind = (piece: Piece) =>
    (senseOf(piece, "noun")?.noun.key ?? entity.key) !== entity.key || senseOf(piece, "container");
  if (!GENERAL.has(key) || words.length !== 2 || !others.every(isKind) || !isPhrase(state, words))
    return false;
  if (others.some((piece) => senseOf(piece, "field") || senseOf(piece, "view"))) return false;
  const name = textOf(state, words);
  const same = others.map((piece) => sameStem(piece, entity)).find((each) => each?.field.type === type);
  const field = same ?? addText(state.draft, entity, name, OWN_TYPES.has(type) ? type : "text");
  state.last = { is: "field", field, entity };
  settle(state, words, met(`entities.${entity.id}.${field.field.id}`));
  return true;
}

/** "Clients, cases and deadlines": a detail in a list of records belongs to the one of them that has it. */
function ownerAmong(
  { draft, last }: State,
  key: string,
  entity: DraftEntity,
  { records, goesOn }: Position,
): DraftEntity {
  const [other, ...more] = draft.entities.filter((each) => detailOf(each, key));
  const afterRecords =
    records || (goesOn && (last?.is === "entity" || (last?.is === "field" && last.entity === other)));
  return afterRecords && other && more.length === 0 ? other : entity;
}

/** One thing in a list of details is one of them: "series with season, chapter and rating". */
function isDetailOf(
  { draft, last }: State,
  head: Piece,
  words: readonly Piece[],
  { listed, spelledOut, owner, records }: Position,
): boolean {
  const noun = senseOf(head, "noun")?.noun;
  if (!noun || !listed || owner || records || words.length > 1) return false;
  if (draft.entities.some(({ key }) => key === noun.key)) return false;
  if (spelledOut && AMOUNT.test(head.text)) return true;
  return spelledOut
    ? isSingular(head, noun, draft.locale)
    : last?.is === "field" && !isPlural(head, noun, draft.locale);
}

/** "Hours worked, hourly rate": how much of something. */
const AMOUNT = /^(hours|stunden|heures|horas)(?!\p{L})/iu;

/** In "inventory: product, amount", the product is what names a record. */
function namesRecords({ noun, fields }: DraftEntity, head: Piece): DraftField | undefined {
  const [first] = fields;
  if (noun?.key !== "inventory_item" || !first || !THINGS.has(senseOf(head, "noun")?.noun.key ?? ""))
    return undefined;
  first.field = { ...first.field, name: label(head.text) };
  return first;
}

/** Keys of the nouns for anything at all. */
const THINGS = new Set(["item", "product"]);

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
