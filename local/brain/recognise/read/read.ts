import { isAffirmative } from "#core/factory/conversation/affirmative.ts";
import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import { specificationFaults } from "#core/factory/specification/faults.ts";
import {
  type Locale,
  type Specification,
  specificationSchema,
} from "#core/factory/specification/specification.ts";
import { fieldWordOf } from "#local/brain/lexicon/lexicon.ts";
import { assemble } from "./assemble.ts";
import { chosenIn } from "./choice.ts";
import { addField, type Draft, type DraftEntity } from "./draft.ts";
import { ledgerOf } from "./ledger.ts";
import { hasRole, piecesOf } from "./pieces.ts";
import { readMessage } from "./read-message.ts";
import { askedIn, context, type Missing, type State, startState } from "./state.ts";
import { tokensOf } from "./tokens.ts";

/** What the messages of a person ask for. */
export interface Reading {
  readonly locale: Locale;
  /** Whether the newest message is in a language that is not read. */
  readonly foreign: boolean;
  /** Null as long as a detail is missing, and for what is no app of records. */
  readonly specification: Specification | null;
  /** Accounts for every content word; more than 200 entries have no place in a plan. */
  readonly ledger: readonly LedgerEntry[];
  readonly missing: Missing | null;
  /** What was asked for and is no app of records, in the person's words. */
  readonly unbuildable: string | null;
}

/** Reads a conversation, oldest message first. The messages at `silent` only answer a question and ask for nothing. */
export function readRequest(messages: readonly string[], silent: ReadonlySet<number> = new Set()): Reading {
  const state = messages.reduce((before, _, at) => next(before, { messages, silent }, at), startState());
  const missing = missingIn(state);
  const specification = missing === null ? specificationOf(state) : null;
  const ledger = ledgerOf(state, specification);
  const { locale } = state.draft;
  return {
    locale: state.foreign ? "en" : locale,
    foreign: state.foreign,
    specification,
    ledger,
    missing,
    unbuildable: state.unbuildable,
  };
}

interface Said {
  readonly messages: readonly string[];
  readonly silent: ReadonlySet<number>;
}

/** Reads the next message; the answer to "Did you mean …?" or to an offer settles how the earlier ones are read. */
function next(state: State, said: Said, at: number): State {
  const message = said.messages[at] ?? "";
  if (said.silent.has(at)) return note(state, message);
  const { missing } = state;
  if (missing?.id !== "did_you_mean" && missing?.id !== "offer") return readMessage(state, message);
  const { chosen, only } = replyTo(missing, message, state.draft.locale);
  if (missing.id === "offer" && chosen.length === 0) {
    state.missing = null;
    return only ? note(state, message) : readMessage(state, message);
  }
  const again = startState();
  for (const [key, word] of state.spellings) again.spellings.set(key, word);
  for (const noun of state.accepted) again.accepted.add(noun);
  if (missing.id === "offer") again.accepted.add(missing.offer.noun ?? "");
  else
    missing.words.forEach(({ typed, meant }, place) => {
      again.spellings.set(typed, chosen.includes(place) ? meant : typed);
    });
  const reread = said.messages.slice(0, at).reduce((before, _, index) => next(before, said, index), again);
  return only ? note(reread, message) : readMessage(reread, message);
}

type Question = Extract<Missing, { id: "did_you_mean" | "offer" }>;

/** Which of the things asked a message accepts, by place, and whether it says nothing else. */
function replyTo(
  question: Question,
  message: string,
  locale: Locale,
): { chosen: readonly number[]; only: boolean } {
  const words = question.id === "offer" ? [] : question.words;
  const count = Math.max(words.length, 1);
  const chosen = chosenIn(message, count);
  if (chosen) return { chosen, only: true };
  const tokens = tokensOf(message);
  const pieces = piecesOf(message, tokens, locale).filter(
    (piece) => (!piece.function || piece.senses.length > 0) && !/^\p{P}$/u.test(piece.text),
  );
  const only = pieces.every((piece) => hasRole(piece, "yes", "no", "negate", "negated", "filler", "build"));
  const affirmed = isAffirmative(message);
  if (affirmed || pieces.slice(0, 3).some((piece) => hasRole(piece, "yes")))
    return { chosen: Array.from({ length: count }, (_, place) => place), only: affirmed || only };
  const named = words.flatMap(({ meant }, place) => (tokens.some(({ key }) => key === meant) ? [place] : []));
  return { chosen: named, only: only || (named.length > 0 && pieces.length === named.length) };
}

/** Keeps a message that only answers a question. */
function note(state: State, message: string): State {
  const tokens = tokensOf(message);
  const dispositions = tokens.map(() => context);
  state.messages.push({ message, tokens, dispositions, locale: state.draft.locale });
  return state;
}

/** The missing detail; none is needed once the kind of record, or the details of an unknown one, were given. */
function missingIn({ missing, draft }: State): Missing | null {
  if (missing?.id === "records" && draft.entities.length > 0) return null;
  return missing?.id === "details" && missing.entity.fields.some(({ target }) => !target) ? null : missing;
}

/** Records of an unknown kind need a text by which they are named. */
function nameRecords(draft: Draft, entity: DraftEntity): void {
  const name = fieldWordOf("name");
  if (
    !name ||
    entity.noun !== null ||
    entity.fields.some(({ field, target }) => field.type === "text" && !target)
  )
    return;
  const field = addField(draft, entity, name);
  entity.fields.unshift(...entity.fields.splice(entity.fields.indexOf(field), 1));
}

function specificationOf(state: State): Specification | null {
  const { draft, foreign, unbuildable } = state;
  if (foreign || unbuildable !== null || draft.entities.length === 0) return null;
  draft.entities.splice(8);
  for (const entity of draft.entities) nameRecords(draft, entity);
  for (const by of askedIn(state)) draft.asked.add(by);
  const specification = assemble(draft);
  const valid =
    specificationSchema.safeParse(specification).success && specificationFaults(specification).length === 0;
  return valid ? specification : null;
}
