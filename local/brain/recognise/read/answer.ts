import { fieldWordOf } from "#local/brain/lexicon/lexicon.ts";
import type { FieldWord } from "#local/brain/lexicon/types.ts";
import { addDetail, isDetailName } from "./details.ts";
import { addField, type DraftEntity, type DraftField } from "./draft.ts";
import { applyFigure } from "./figures.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { context, met, type State, settle } from "./state.ts";

/** Reads the answer to "Which details should a … have?"; false for a message that does not answer it. */
export function readAnswer(state: State, pieces: readonly Piece[]): boolean {
  const { missing } = state;
  if (missing?.id !== "details" || state.messages.length < 2) return false;
  if (pieces.some((piece) => hasRole(piece, "restart")) || pieces.some((piece) => hasRole(piece, "build"))) {
    drop(state, missing.entity);
    return false;
  }
  const { entity } = missing;
  state.current = entity;
  state.missing = null;
  for (const item of itemsOf(pieces)) readDetail(state, entity, item);
  if (entity.fields.length === 0) addField(state.draft, entity, fieldWordOf("name") as FieldWord);
  if (entity.fields.length < 2) addField(state.draft, entity, fieldWordOf("notes") as FieldWord);
  return true;
}

function drop(state: State, entity: DraftEntity): void {
  state.draft.entities.splice(state.draft.entities.indexOf(entity), 1);
  state.missing = null;
}

function itemsOf(pieces: readonly Piece[]): Piece[][] {
  const items: Piece[][] = [[]];
  for (const piece of pieces) {
    if (YES_NO.test(piece.text)) items.at(-1)?.push(piece);
    else if (/^[,.;:!?()\n•*-]$/.test(piece.text) || hasRole(piece, "and", "or", "with")) items.push([]);
    else if (
      !piece.function &&
      !hasRole(piece, "filler", "several", "has", "yes", "no", "each", "negate", "add")
    )
      items.at(-1)?.push(piece);
    else if (piece.senses.some(({ is }) => is === "field")) items.at(-1)?.push(piece);
  }
  return items.filter((item) => item.length > 0);
}

function readDetail(state: State, entity: DraftEntity, item: readonly Piece[]): void {
  const answers = item.filter(({ text }) => YES_NO.test(text));
  const words = item.filter((piece) => !piece.figure && !answers.includes(piece));
  const single = words.length === 1 ? senseOf(words[0], "field")?.field : undefined;
  const name = words.map(({ text }) => text).join(" ");
  if (words.length > 0 && words.length <= 4 && isDetailName(name)) {
    const known = single ? addField(state.draft, entity, single) : addDetail(state.draft, entity, name);
    const field = answers.length > 0 && !single ? asBoolean(known) : known;
    state.last = { is: "field", field, entity };
    settle(state, [...words, ...answers], met(`entities.${entity.id}.${field.field.id}`));
  } else settle(state, words, context);
  for (const figure of item.filter((piece) => piece.figure)) applyFigure(state, figure);
}

/** "Painted yes/no". */
const YES_NO = /^(yes ?\/ ?no|ja ?\/ ?nein|oui ?\/ ?non|s[ií] ?\/ ?no)$/i;

function asBoolean(of: DraftField): DraftField {
  const { id, name } = of.field;
  of.field = { id, name, type: "boolean" };
  return of;
}
