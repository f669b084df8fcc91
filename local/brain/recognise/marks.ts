import { STACKS, type StackName } from "#core/factory/stacks/stacks.ts";
import type { Blueprint } from "#local/brain/blueprint.ts";
import { BLUEPRINTS } from "#local/brain/catalogue.ts";
import { BEYOND } from "./beyond.ts";
import { createLexicon, type Lexicon, type Piece } from "./lexicon.ts";
import {
  AFTER_NEGATIONS,
  BUILD,
  DROPS,
  FILLERS,
  GENERIC,
  LINKS,
  NEGATIONS,
  PURPOSE,
  TURNS,
} from "./vocabulary.ts";
import { wordsOf } from "./words.ts";

/** The meaning of a phrase. */
export type Mark =
  | { readonly is: "kind" | "purpose"; readonly kind: string }
  | { readonly is: "feature"; readonly id: string }
  | { readonly is: "beyond"; readonly what: string }
  | { readonly is: "stack"; readonly stack: StackName }
  | { readonly is: "join"; readonly ends: boolean }
  | { readonly is: "negate"; readonly list: boolean }
  | { readonly is: "generic" | "build" | "inherent" | "for" | "drop" | "negated" | "filler" };

/** Features that before a kind of app are something else: "a second timer" is not a timer with seconds. */
const ORDINALS: ReadonlySet<string> = new Set(["second"]);

/** The lexicon for finding the kind of app: features of any kind count as modifiers. */
const HEAD_LEXICON = withCommon(createLexicon<Mark>(), BLUEPRINTS, true);

/** Splits a message into pieces for finding its head noun. */
export function headPieces(message: string): Piece<Mark>[] {
  return separated(HEAD_LEXICON.read(wordsOf(message)));
}

/** Splits a message into pieces for finding its wishes for one kind of app. */
export function wishPieces(message: string, kind: string): Piece<Mark>[] {
  return separated(wishLexicon(kind).read(wordsOf(message)));
}

/** Cached by kind, because they never change. */
const WISH_LEXICONS = new Map<string, Lexicon<Mark>>();

function wishLexicon(kind: string): Lexicon<Mark> {
  const known = WISH_LEXICONS.get(kind);
  if (known) return known;
  const own = BLUEPRINTS.filter((blueprint) => blueprint.kind === kind);
  const lexicon = withCommon(createLexicon<Mark>(), own, false);
  WISH_LEXICONS.set(kind, lexicon);
  return lexicon;
}

function withCommon(lexicon: Lexicon<Mark>, known: readonly Blueprint[], head: boolean): Lexicon<Mark> {
  for (const [phrase, { list }] of Object.entries(NEGATIONS)) lexicon.add([phrase], { is: "negate", list });
  lexicon.add(AFTER_NEGATIONS, { is: "negated" });
  lexicon.add(DROPS, { is: "drop" });
  lexicon.add(PURPOSE, { is: "for" });
  lexicon.add(LINKS, { is: "join", ends: false });
  lexicon.add(TURNS, { is: "join", ends: true });
  // "A timer" alone is a kind of app, and in "a quiz with a timer" a feature.
  if (head) addKinds(lexicon);
  for (const { features, inherent } of known) {
    for (const { id, synonyms } of features)
      lexicon.add(head ? synonyms.filter((phrase) => !ORDINALS.has(phrase)) : synonyms, {
        is: "feature",
        id,
      });
    if (!head) lexicon.add(inherent, { is: "inherent" });
  }
  if (!head) addKinds(lexicon);
  for (const { name, phrases } of STACKS) lexicon.add(phrases, { is: "stack", stack: name });
  for (const [what, phrases] of Object.entries(BEYOND)) lexicon.add(phrases, { is: "beyond", what });
  if (head) lexicon.add(GENERIC, { is: "generic" });
  if (head) lexicon.add(BUILD, { is: "build" });
  lexicon.add([...FILLERS, ...BUILD, ...GENERIC], { is: "filler" });
  return lexicon;
}

function addKinds(lexicon: Lexicon<Mark>): void {
  for (const { kind, synonyms, purposes } of BLUEPRINTS) {
    lexicon.add(synonyms, { is: "kind", kind });
    lexicon.add(purposes, { is: "purpose", kind });
  }
}

/** Marks separators, which have no letters and so are not in the lexicon. */
function separated(pieces: readonly Piece<Mark>[]): Piece<Mark>[] {
  return pieces.map((piece) =>
    piece.mark === undefined && /^[,.;:!?\n()]$/.test(piece.text)
      ? { mark: { is: "join", ends: /^[.;!?]$/.test(piece.text) }, text: "," }
      : piece,
  );
}
