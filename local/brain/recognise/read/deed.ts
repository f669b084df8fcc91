import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import type { Noun } from "#local/brain/lexicon/types.ts";
import { addNoun } from "./draft.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { relate } from "./relate.ts";
import { context, met, type State, settle } from "./state.ts";

/** Reads what people do: "to book clients" is about appointments, each with a client. */
export function readDeed(state: State, piece: Piece, words: readonly Piece[]): void {
  const deed = senseOf(piece, "deed")?.deed;
  const others = words.filter((word) => word !== piece && !senseOf(word, "context"));
  const objects = others.filter((word) => senseOf(word, "noun"));
  const noun = nounOf((objects.some(isPerson) ? deed?.forPeople : deed?.noun) ?? "");
  if (!noun) return;
  const entity = addNoun(state.draft, noun);
  settle(state, piece, met(`entities.${entity.id}`));
  for (const object of objects) {
    const added = addNoun(state.draft, senseOf(object, "noun")?.noun as Noun);
    if (added !== entity) relate(state.draft, entity, added);
    settle(state, object, met(`entities.${added.id}`));
  }
  settle(state, words, context);
  state.current = entity;
  state.last = { is: "entity", entity };
  state.wanted = true;
}

function isPerson(piece: Piece): boolean {
  return senseOf(piece, "noun")?.noun.fields.some(({ key }) => key === "phone" || key === "email") ?? false;
}
