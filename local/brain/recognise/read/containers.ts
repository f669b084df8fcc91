import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import { askView } from "./ask-part.ts";
import { addNoun, type DraftEntity } from "./draft.ts";
import { isHeadFirst } from "./language.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { byKind, met, type State, settle } from "./state.ts";
import { textOf } from "./text-of.ts";

/** The words for the app itself, and the others: "liste de courses", "list of plants", "plant list". */
export function split(state: State, pieces: readonly Piece[]): { containers: Piece[]; rest: Piece[] } {
  const words = pieces.filter((piece) => !hasRole(piece, "of"));
  const of = pieces.findIndex((piece) => hasRole(piece, "of"));
  const isContainer = (piece: Piece) =>
    senseOf(piece, "container") !== undefined ||
    (senseOf(piece, "view") !== undefined && !senseOf(piece, "field") && !senseOf(piece, "noun"));
  const before = pieces.slice(0, Math.max(of, 0)).filter((piece) => !hasRole(piece, "of"));
  const after = pieces.slice(of + 1).filter((piece) => !hasRole(piece, "of"));
  if (of > 0 && before.length > 0 && before.every(isContainer)) {
    const inner = ends(after, isContainer, false);
    return { containers: [...before, ...inner.containers], rest: inner.rest };
  }
  return ends(words, isContainer, isHeadFirst(state.draft.locale));
}

function ends(words: readonly Piece[], isContainer: (piece: Piece) => boolean, first: boolean) {
  const rest = [...words];
  const containers: Piece[] = [];
  const named = (piece: Piece) => senseOf(piece, "noun") !== undefined;
  // The inventory of a restaurant is no app for restaurants.
  const isRecord = (piece: Piece, end: Piece) =>
    named(piece)
      ? piece === end || !senseOf(piece, "context")
      : !isContainer(piece) && !senseOf(piece, "context");
  for (;;) {
    const end = first ? rest[0] : rest.at(-1);
    if (!end || !isContainer(end) || (named(end) && rest.filter((piece) => isRecord(piece, end)).length < 2))
      break;
    containers.unshift(end);
    if (first) rest.shift();
    else rest.pop();
  }
  while (first && rest.length > 1 && isContainer(rest.at(-1) as Piece) && !named(rest.at(-1) as Piece))
    containers.push(rest.pop() as Piece);
  return { containers, rest };
}

export function onlyContainers(state: State, containers: readonly Piece[]): void {
  if (containers.length > 0) state.wanted = true;
  const noun = nounOf(STANDS_FOR.get(senseOf(containers[0], "container")?.key ?? "") ?? "");
  if (!noun || containers.length > 1) {
    state.heldContainers.push(...containers);
    return;
  }
  const entity = addNoun(state.draft, noun);
  state.current = entity;
  state.last = { is: "entity", entity };
  state.draft.title ??= textOf(state, containers);
  settle(state, containers, met(`entities.${entity.id}`));
}

/** Words for an app that also say what it keeps. */
export const STANDS_FOR: ReadonlyMap<string, string> = new Map([["diary", "journal_entry"]]);

export function applyContainers(state: State, containers: readonly Piece[], entity: DraftEntity): void {
  for (const piece of [...state.heldContainers.splice(0), ...containers]) {
    const view = senseOf(piece, "container")?.view ?? senseOf(piece, "view")?.kind;
    const asked =
      view &&
      view !== "list" &&
      view !== "table" &&
      !(view === "calendar" && !entity.noun) &&
      (view !== "gallery" || entity.fields.some(({ field }) => field.type === "image"));
    settle(state, piece, asked ? met(askView(state, view, entity)) : byKind);
  }
}
