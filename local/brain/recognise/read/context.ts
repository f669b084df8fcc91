import type { Chunk } from "./chunk.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { isPlural, isSingular } from "./plural.ts";
import { context, type State, settle } from "./state.ts";

const ONE =
  /^(an?|my|our|the|ein|eine[nmr]?|mein|meine[nmr]?|unser|unsere[nmr]?|une?|mon|ma|notre|una|mi|nuestr[oa])$/i;

/** Keys of containers for all that a place needs: "restaurant software". */
const WHOLE = new Set(["app", "tool", "system", "manager"]);

/**
 * Whether a phrase only tells whom or which place the app is for: "a dentist app", "for my restaurant". A word that is
 * also a kind of record has to follow "for a" or "for my", or stand before a word such as "software".
 */
export function isForWhom(
  { lead, before }: Chunk,
  head: Piece,
  rest: readonly Piece[],
  containers: readonly Piece[],
): boolean {
  if (!senseOf(head, "context") || rest.some((piece) => senseOf(piece, "noun") && !senseOf(piece, "context")))
    return false;
  const isLibrary = containers.some(({ text }) =>
    /^(library|bibliothek|bibliothèque|biblioteca)$/i.test(text),
  );
  const isWhole = isLibrary || containers.some((piece) => WHOLE.has(senseOf(piece, "container")?.key ?? ""));
  return (
    !senseOf(head, "noun") ||
    (isWhole && rest.length === 1) ||
    (lead.includes("for") && before.some(({ text }) => ONE.test(text)))
  );
}

/** Keeps in mind that an app is wanted; what it keeps is still to be said. */
export function readForWhom(state: State, words: readonly Piece[], containers: readonly Piece[]): void {
  settle(state, words, context);
  state.heldContainers.push(...containers);
  state.wanted = true;
  state.missing ??= { id: "records" };
}

/** "I am a teacher", "we run a salon", "I breed birds" before a request: tells who asks. */
export function introduces({ before, lead, pieces }: Chunk, next: Chunk | undefined): boolean {
  if (lead.length > 0) return false;
  const [verb, ...objects] = pieces;
  const asks = next?.lead.includes("build") || next?.before.some((piece) => hasRole(piece, "build"));
  const isDone = verb?.senses.length === 0 || senseOf(verb, "deed") !== undefined;
  const tells = before.length === 1 && SELF.test(before[0]?.text ?? "") && isDone;
  if (tells && asks && objects.length > 0) return true;
  const words = [...before, ...pieces]
    .toSorted((a, b) => (a.tokens[0] ?? 0) - (b.tokens[0] ?? 0))
    .map(({ text }) => text)
    .join(" ");
  return IS.test(words) || (OWNS.test(words) && senseOf(pieces.at(-1), "context") !== undefined);
}

const SELF = /^(i|we|ich|wir|je|nous|yo|nosotros)$/i;

/** "Trips in a car": one thing in which something is done is none of the records. */
export function isSetting({ draft }: State, { lead, marks, pieces: [piece, ...others] }: Chunk): boolean {
  const noun = senseOf(piece, "noun")?.noun;
  if (!piece || !noun || others.length > 0 || marks.length > 0 || lead.join() !== "in") return false;
  const isPart = senseOf(piece, "view") || senseOf(piece, "field") || senseOf(piece, "container");
  return !isPart && isSingular(piece, noun, draft.locale) && !isPlural(piece, noun, draft.locale);
}

const IS =
  /^(?:\W|hi|hey|hello|hallo|bonjour|hola)*(i ['’]m|i am|im|we are|we ['’]re|ich bin|wir sind|je suis|nous sommes|soy|somos)\b/i;
const OWNS =
  /^(?:\W|hi|hey|hello|hallo|bonjour|hola)*(i|we|ich|wir|je|nous|yo)? ?(run|own|manage|coach|train|lead|work in|work at|work for|betreibe|betreiben|führe|leite|arbeite in|tiens|gère|dirige|travaille dans|tengo|tenemos|llevo|dirijo|trabajo en)\b/i;
