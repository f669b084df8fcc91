import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import { specificationFaults } from "#core/factory/specification/faults.ts";
import {
  type Locale,
  type Specification,
  specificationSchema,
} from "#core/factory/specification/specification.ts";
import { fieldWordOf } from "#local/brain/lexicon/lexicon.ts";
import { assemble } from "./assemble.ts";
import { addField, type Draft, type DraftEntity } from "./draft.ts";
import { hear } from "./hear.ts";
import { ledgerOf } from "./ledger.ts";
import { hasRole, piecesOf } from "./pieces.ts";
import { type Missing, type State, startState } from "./state.ts";
import { tokensOf } from "./tokens.ts";

/** What the messages of a person ask for. */
export interface Reading {
  readonly locale: Locale;
  /** Null as long as a detail is missing, and for what is no app of records. */
  readonly specification: Specification | null;
  /** Accounts for every content word; more than 200 entries have no place in a plan. */
  readonly ledger: readonly LedgerEntry[];
  readonly missing: Missing | null;
  /** What was asked for and is no app of records, in the person's words. */
  readonly unbuildable: string | null;
}

/** Reads a conversation, oldest message first. */
export function readRequest(messages: readonly string[]): Reading {
  const state = messages.reduce((before, _, at) => next(before, messages, at), startState());
  const missing = missingIn(state);
  const specification = missing === null ? specificationOf(state) : null;
  const ledger = ledgerOf(state, specification);
  const { locale } = state.draft;
  return {
    locale: state.foreign ? "en" : locale,
    specification,
    ledger,
    missing,
    unbuildable: state.unbuildable,
  };
}

/** Reads the next message; a yes or no to "Did you mean …?" settles how the earlier ones are read. */
function next(state: State, messages: readonly string[], at: number): State {
  const message = messages[at] ?? "";
  if (state.missing?.id !== "did_you_mean") return hear(state, message);
  const { typed, meant } = state.missing;
  const pieces = piecesOf(message, tokensOf(message), state.draft.locale).filter(
    (piece) => !piece.function || piece.senses.length > 0,
  );
  const yes = pieces.length > 0 && pieces.length <= 3 && pieces.some((piece) => hasRole(piece, "yes"));
  const no =
    pieces.length > 0 &&
    pieces.length <= 2 &&
    pieces.some((piece) => hasRole(piece, "no", "negate", "negated"));
  const again = startState();
  for (const [key, word] of state.spellings) again.spellings.set(key, word);
  again.spellings.set(typed, yes || tokensOf(message).some(({ key }) => key === meant) ? meant : typed);
  const reread = messages.slice(0, at).reduce((before, _, index) => next(before, messages, index), again);
  if (!yes && !no && !(pieces.length === 1 && again.spellings.get(typed) === meant))
    return hear(reread, message);
  reread.heard.push({
    message,
    tokens: tokensOf(message),
    fates: tokensOf(message).map(() => ({ outcome: "context", by: null })),
    locale: reread.draft.locale,
  });
  return reread;
}

/** The missing detail; an unknown kind of record whose details were given needs none. */
function missingIn({ missing }: State): Missing | null {
  return missing?.id === "details" && missing.entity.fields.length > 0 ? null : missing;
}

/** Records of an unknown kind need a text by which they are named. */
function nameRecords(draft: Draft, entity: DraftEntity): void {
  const name = fieldWordOf("name");
  if (!name || entity.noun !== null || entity.fields.some(({ field }) => field.type === "text")) return;
  const field = addField(draft, entity, name);
  entity.fields.unshift(...entity.fields.splice(entity.fields.indexOf(field), 1));
}

function specificationOf({ draft, foreign, unbuildable }: State): Specification | null {
  if (foreign || unbuildable !== null || draft.entities.length === 0) return null;
  draft.entities.splice(8);
  for (const entity of draft.entities) nameRecords(draft, entity);
  const specification = assemble(draft);
  const valid =
    specificationSchema.safeParse(specification).success && specificationFaults(specification).length === 0;
  return valid ? specification : null;
}
