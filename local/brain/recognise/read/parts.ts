import type { FieldWord } from "#local/brain/lexicon/types.ts";
import { askBehaviour, askView } from "./ask-part.ts";
import { ALONE, ANYWHERE } from "./behaviours.ts";
import { detailOf } from "./details.ts";
import { addNoun, type DraftEntity } from "./draft.ts";
import { isHeadFirst } from "./language.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import { type Position, readDetail, readRecord } from "./record.ts";
import { met, refused, type State, settle } from "./state.ts";

/** Words that are all known: the view or behaviour among them, or else the last detail or noun; the rest qualifies it. */
export function readParts(
  state: State,
  words: readonly Piece[],
  entity: DraftEntity,
  position: Position,
): void {
  const romance = isHeadFirst(state.draft.locale);
  const ordered = romance ? [...words].reverse() : [...words];
  const single = words.length === 1;
  const isDetail = (piece: Piece) =>
    single && (prefersField(piece, entity) || (position.plain && position.listed && isRating(piece)));
  const view = ordered.findLast((piece) => senseOf(piece, "view") && !isDetail(piece));
  const behaviour = ordered.findLast(
    (piece) => senseOf(piece, "behaviour") && !isDetail(piece) && !isCountedByHand(piece, entity),
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

/** "A photo, stars": in a list of details they tell how good something is. */
const isRating = (piece: Piece): boolean => senseOf(piece, "field")?.field.type === "rating";

/** The word count of a chapter is a number that people enter; that of a note is counted. */
function isCountedByHand(piece: Piece, { noun }: DraftEntity): boolean {
  const usual = noun?.behaviours.some(({ kind }) => kind === "word_count");
  return !usual && senseOf(piece, "field")?.field.key === "word_count";
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
  if (ANYWHERE.has(kind) || ALONE.has(kind)) refuseForeign(state, words, behaviour);
  const { target, fields } =
    ANYWHERE.has(kind) || WHOLE.has(kind) || ALONE.has(kind)
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
