import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import { askView } from "./ask-part.ts";
import { addNoun } from "./draft.ts";
import { senseOf } from "./pieces.ts";
import { met, type State, settle } from "./state.ts";

/** A board of nothing in particular is one of tasks. */
export function keepTasks(state: State): void {
  const board = state.heldContainers.some((piece) => senseOf(piece, "container")?.key === "board");
  const task = nounOf("task");
  if (!board || state.current || state.unbuildable !== null || !task) return;
  state.current = addNoun(state.draft, task);
  settle(state, state.heldContainers.splice(0), met(askView(state, "board", state.current)));
}
