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
export interface Disposition {
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

/** A message with the dispositions of its tokens. */
export interface TokenisedMessage {
  readonly message: string;
  readonly tokens: readonly Token[];
  readonly dispositions: (Disposition | undefined)[];
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
  readonly messages: TokenisedMessage[];
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
  /** Keys of the details and kinds of records that the newest message names anywhere. */
  named: ReadonlySet<string>;
  /** Keys of the nouns that the person accepted instead of things that cannot be built. */
  readonly accepted: Set<string>;
  /** Misspelt words with what is meant; the word itself if it was meant. */
  readonly spellings: Map<string, string>;
}

export function startState(): State {
  return {
    draft: emptyDraft("en"),
    messages: [],
    missing: null,
    current: null,
    last: null,
    unbuildable: null,
    heldContainers: [],
    wanted: false,
    foreign: false,
    named: new Set(),
    accepted: new Set(),
    spellings: new Map(),
  };
}

/** Forgets the app that earlier messages asked for. */
export function startAnew(state: State): void {
  for (const { dispositions } of state.messages.slice(0, -1))
    dispositions.forEach((disposition, at) => {
      if (disposition?.outcome === "refused" || disposition?.outcome === "asked") dispositions[at] = context;
    });
  state.draft = emptyDraft(state.draft.locale);
  state.missing = null;
  state.current = null;
  state.last = null;
  state.unbuildable = null;
}

/** The message that is being read. */
export function now(state: State): TokenisedMessage {
  return state.messages.at(-1) as TokenisedMessage;
}

/** Settles the words of a piece; what was settled first stays. */
export function settle(state: State, pieces: Piece | readonly Piece[], disposition: Disposition): void {
  const { dispositions } = now(state);
  for (const piece of [pieces].flat() as Piece[])
    for (const token of piece.tokens) dispositions[token] ??= disposition;
}

export const context: Disposition = { outcome: "context", by: null };
export const byKind: Disposition = { outcome: "met_by_kind", by: null };
export const met = (by: string): Disposition => ({ outcome: "met", by: by.slice(0, 200) });
export const refused = (why: string): Disposition => ({ outcome: "refused", by: why.slice(0, 200) });
export const asked = (question: string): Disposition => ({ outcome: "asked", by: question });

/** The parts of the app that words of the messages name. */
export const askedIn = ({ messages }: State): ReadonlySet<string> =>
  new Set(
    messages.flatMap(({ dispositions }) =>
      dispositions.flatMap((each) => (each?.outcome === "met" && each.by ? [each.by] : [])),
    ),
  );
