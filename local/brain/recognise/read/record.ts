import type { Noun } from "#local/brain/lexicon/types.ts";
import { addDetail } from "./details.ts";
import { addField, addNoun, type DraftEntity } from "./draft.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { isPlural } from "./plural.ts";
import { relate } from "./relate.ts";
import { byKind, context, met, type State, settle } from "./state.ts";

/** How the sentence joins an item on. */
export interface Position {
  /** Whether the item follows words such as "track" or "manage", or the first noun of such a list. */
  readonly records: boolean;
  /** Whether unknown words are names of details. */
  readonly details: boolean;
  /** Whether the item is one of several in a list. */
  readonly listed: boolean;
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
  const added = addNoun(state.draft, nounAmong(state, piece));
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
  const { noun } = senseOf(piece, "noun") as { noun: Noun };
  const other = senseOf(piece, "homonym")?.noun;
  const isThere = (key: string | undefined) => draft.entities.some((entity) => entity.key === key);
  const belongs = other?.fields.some(({ reference }) => isThere(reference?.noun));
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
    if (isDetailOf(state, head, words, position)) {
      const added = addDetail(state.draft, entity, head.text);
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

/** One thing in a list of details is one of them: "series with season, chapter and rating". */
function isDetailOf(
  { draft, last }: State,
  head: Piece,
  words: readonly Piece[],
  { listed, owner, records }: Position,
): boolean {
  const noun = senseOf(head, "noun")?.noun;
  if (!noun || !listed || owner || records || words.length > 1 || last?.is !== "field") return false;
  return !isPlural(head, noun, draft.locale) && !draft.entities.some(({ key }) => key === noun.key);
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
