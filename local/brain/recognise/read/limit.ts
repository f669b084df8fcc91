import { askBehaviour } from "./ask-part.ts";
import type { DraftEntity } from "./draft.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import { met, refused, type State, settle } from "./state.ts";

/** Reads "a WIP limit of 5"; "a monthly budget of 500" without its number, which people set in the app. */
export function readLimit(
  state: State,
  words: readonly Piece[],
  numbers: readonly Piece[],
  entity: DraftEntity,
): boolean {
  const rest = words.filter((piece) => !numbers.includes(piece));
  const [behaviour, ...others] = rest;
  const kind = senseOf(behaviour, "behaviour")?.kind;
  if (others.length > 0 || (kind !== "column_limit" && kind !== "budget")) return false;
  const path = askBehaviour(state, kind, entity);
  const max = Number(numbers[0]?.text);
  const asked = state.draft.behaviours.find((each) => each.kind === kind && each.entity === entity);
  const isMax =
    kind === "column_limit" && numbers.length === 1 && Number.isInteger(max) && max >= 1 && max <= 100;
  if (isMax && asked) asked.days = max;
  settle(state, rest, met(path));
  settle(state, numbers, isMax ? met(path) : refused(WHY[state.draft.locale].number));
  return true;
}
