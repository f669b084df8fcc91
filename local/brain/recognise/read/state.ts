import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { Offer } from "#local/brain/lexicon/words/offers.ts";
import {
  type Draft,
  type DraftBehaviour,
  type DraftEntity,
  type DraftField,
  type DraftView,
  emptyDraft,
} from "./draft.ts";
import type { Piece } from "./pieces.ts";
import type { Token } from "./tokens.ts";

/** What becomes of some words. */
export interface Fate {
  readonly outcome: LedgerEntry["outcome"];
  readonly by: string | null;
}

/** The detail that is missing. */
export type Missing =
  | { readonly id: "details"; readonly noun: string; readonly entity: DraftEntity }
  | { readonly id: "did_you_mean"; readonly words: readonly Misspelt[] }
  /** Whether to plan an app of these records instead of the thing that cannot be built. */
  | { readonly id: "offer"; readonly what: string; readonly offer: Offer }
  /** What the app keeps, while only its users are known. */
  | { readonly id: "records" };

/** A word that is not known, the known one that may be meant, and the word as it was written. */
export interface Misspelt {
  readonly typed: string;
  readonly meant: string;
  readonly shown: string;
}

/** A message with the fates of its tokens. */
export interface Heard {
  readonly message: string;
  readonly tokens: readonly Token[];
  readonly fates: (Fate | undefined)[];
  readonly locale: Locale;
}

/** What was added last: a following "by …" or number refers to it. */
type Last =
  | { readonly is: "field"; readonly field: DraftField; readonly entity: DraftEntity }
  | { readonly is: "entity"; readonly entity: DraftEntity }
  | { readonly is: "view"; readonly view: DraftView }
  | { readonly is: "behaviour"; readonly behaviour: DraftBehaviour }
  | null;

/** What the messages so far mean. */
export interface State {
  draft: Draft;
  readonly heard: Heard[];
  missing: Missing | null;
  /** The entity that details belong to. */
  current: DraftEntity | null;
  last: Last;
  /** A thing that was asked for and is no app of records, in the person's words. */
  unbuildable: string | null;
  /** Words for the app itself that were read before its kind of records. */
  readonly heldContainers: Piece[];
  /** Whether an app was asked for. */
  wanted: boolean;
  /** Whether a message is in a language that is not read. */
  foreign: boolean;
  /** Keys of the nouns that the person accepted instead of things that cannot be built. */
  readonly accepted: Set<string>;
  /** Misspelt words with what is meant; the word itself if it was meant. */
  readonly spellings: Map<string, string>;
}

export function startState(): State {
  return {
    draft: emptyDraft("en"),
    heard: [],
    missing: null,
    current: null,
    last: null,
    unbuildable: null,
    heldContainers: [],
    wanted: false,
    foreign: false,
    accepted: new Set(),
    spellings: new Map(),
  };
}

/** Forgets the app that earlier messages asked for. */
export function startAnew(state: State): void {
  for (const { fates } of state.heard.slice(0, -1))
    fates.forEach((fate, at) => {
      if (fate?.outcome === "refused" || fate?.outcome === "asked") fates[at] = context;
    });
  state.draft = emptyDraft(state.draft.locale);
  state.missing = null;
  state.current = null;
  state.last = null;
  state.unbuildable = null;
}

/** The message that is being read. */
export function now(state: State): Heard {
  return state.heard.at(-1) as Heard;
}

/** Settles the words of a piece; what was settled first stays. */
export function settle(state: State, pieces: Piece | readonly Piece[], fate: Fate): void {
  const { fates } = now(state);
  for (const piece of [pieces].flat() as Piece[]) for (const token of piece.tokens) fates[token] ??= fate;
}

export const context: Fate = { outcome: "context", by: null };
export const byKind: Fate = { outcome: "met_by_kind", by: null };
export const met = (by: string): Fate => ({ outcome: "met", by: by.slice(0, 200) });
export const refused = (why: string): Fate => ({ outcome: "refused", by: why.slice(0, 200) });
export const asked = (question: string): Fate => ({ outcome: "asked", by: question });
