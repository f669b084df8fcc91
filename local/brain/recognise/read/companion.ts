import type { Noun } from "#local/brain/lexicon/types.ts";
import { addNoun } from "./draft.ts";
import { type Piece, piecesOf, senseOf } from "./pieces.ts";
import { relate } from "./relate.ts";
import { now, type State } from "./state.ts";

/** The people that an app such as a CRM keeps: patients, if the message says that it is for a dentist. */
export function servedBy(state: State, head: Piece, noun: Noun | undefined): Noun | undefined {
  if (!senseOf(head, "companion")) return noun;
  const { message, tokens, locale } = now(state);
  const place = piecesOf(message, tokens, locale).find((piece) => senseOf(piece, "context")?.serves);
  return senseOf(place, "context")?.serves ?? noun;
}

/** Adds what an app such as a CRM keeps beside people, unless the message names something else. */
export function keepCompanion({ draft }: State, pieces: readonly Piece[]): void {
  const [people, ...others] = draft.entities;
  const noun = pieces.map((piece) => senseOf(piece, "companion")?.noun).find(Boolean);
  if (!noun || !people || others.length > 0 || draft.bans.has(`noun:${noun.key}`)) return;
  const companion = addNoun(draft, noun);
  const named = companion.fields.findIndex(({ target }) => target && target.noun !== people.key);
  if (named >= 0) companion.fields.splice(named, 1);
  relate(draft, companion, people);
}
