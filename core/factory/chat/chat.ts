import type { ChatSignal } from "#core/factory/chat/signals.ts";
import { archivedOr, type Filed, titled } from "#core/factory/conversation/filed.ts";
import type { Failure } from "#core/factory/conversation/signals.ts";
import type { Source } from "#core/factory/documentation/passage.ts";
import { addUsage, NO_USAGE, type Usage } from "#core/governance/execution/usage.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { aggregateOf, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/** Prefix of the ids of chats, which tells them from consultations. */
export const CHAT_PREFIX = "ch";

export const chatRef = (tenant: string, id: string): AggregateRef => ({ tenant, kind: "chat", id });

/** A question with what came of it: a reply, a failure, or neither while it is being answered. */
export interface Turn {
  readonly id: string;
  /** The sequence of its question. */
  readonly sequence: number;
  readonly question: string;
  readonly asked_at: string;
  readonly reply?: { readonly answer: string; readonly sources: readonly Source[]; readonly time: string };
  readonly failure?: Failure;
}

/** Questions about Gantry and the missions of a tenant, with their answers, oldest first. */
export interface Chat extends Filed {
  readonly kind: "chat";
  readonly id: string;
  readonly tenant: string;
  readonly owner: string;
  readonly turns: readonly Turn[];
  /** What its model calls used. */
  readonly usage: Usage;
  readonly created_at: string;
  readonly updated_at: string;
}

export const chats: Projection<Chat> = {
  reduce,
  // Contains text that people typed, and replies to it.
  withholdable: new Set([
    "gantry.chat.question_received",
    "gantry.chat.answered",
    "gantry.conversation.renamed",
  ]),
  // Listed by creation time, so that the order does not change while pages are read.
  listing: ({ created_at, archived }) => ({ kind: chatListOf(archived), status: "all", time: created_at }),
};

/** The list that contains a chat. */
export const chatListOf = (archived = false): string => (archived ? "chat-archived" : "chat");

/** How long a question is being answered at most; without a reply after that, its process has died. */
const ANSWERING_MS = 60_000;

/** Whether a question is being answered. `now` is in epoch milliseconds. */
export const isBeingAnswered = ({ reply, failure, asked_at }: Turn, now: number): boolean =>
  !reply && !failure && now - Date.parse(asked_at) < ANSWERING_MS;

/** The turn with this id, if there is one. */
export const turnOf = (chat: Chat | null, id: string): Turn | undefined =>
  chat?.turns.find((turn) => turn.id === id);

function reduce(state: Chat | null, signal: Signal): Chat {
  const fact = signal as ChatSignal;
  if (!state) return begin(fact);
  const next = { ...state, updated_at: signal.time };
  switch (fact.type) {
    case "gantry.chat.question_received": {
      const { turn_id: id, text: question } = fact.data;
      const turn = { id, sequence: sequenceOf(signal), question, asked_at: signal.time };
      return { ...next, turns: [...next.turns, turn] };
    }
    case "gantry.chat.answered": {
      const { turn_id, answer, sources } = fact.data;
      const reply = { answer, sources, time: signal.time };
      return withTurn(next, turn_id, ({ failure: _, ...turn }) => ({ ...turn, reply }));
    }
    case "gantry.chat.unanswered": {
      const { turn_id, code, message } = fact.data;
      return withTurn(next, turn_id, (turn) => ({ ...turn, failure: { code, message } }));
    }
    case "gantry.conversation.renamed":
      return titled(next, fact.data.title);
    case "gantry.conversation.archived":
      return archivedOr(next, fact.data.archived);
    case "gantry.model.called":
      return { ...next, usage: addUsage(next.usage, fact.data) };
    default:
      return next;
  }
}

/** Changes a turn that has no reply yet: the first reply stays. */
function withTurn(chat: Chat, id: string, change: (turn: Turn) => Turn): Chat {
  return { ...chat, turns: chat.turns.map((turn) => (turn.id === id && !turn.reply ? change(turn) : turn)) };
}

function begin(fact: ChatSignal): Chat {
  if (fact.type !== "gantry.chat.started")
    throw new TypeError(`the first signal of a chat must be gantry.chat.started, not ${fact.type}`);
  return {
    kind: "chat",
    id: aggregateOf(fact).id,
    tenant: fact.tenantid,
    owner: fact.data.owner,
    turns: [],
    usage: NO_USAGE,
    created_at: fact.time,
    updated_at: fact.time,
  };
}
