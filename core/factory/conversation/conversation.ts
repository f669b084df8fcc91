import { archivedOr, type Filed, titled } from "#core/factory/conversation/filed.ts";
import { SENTENCES } from "#core/factory/conversation/sentences.ts";
import type {
  Answered,
  ConversationSignal,
  DesignImage,
  Failure,
  MessageReceived,
} from "#core/factory/conversation/signals.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { planLocale } from "#core/factory/plan/plan-locale.ts";
import { type Choice, choicesAfter, type FeatureSwitch } from "#core/factory/plan/switch.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import { addUsage, NO_USAGE, type Usage } from "#core/governance/execution/usage.ts";
import { type GateSubject, gateItems, NO_GATES, reduceGates } from "#core/governance/gate/subject.ts";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { aggregateOf, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

export const conversationRef = (tenant: string, id: string): AggregateRef => ({
  tenant,
  kind: "conversation",
  id,
});

interface Message {
  readonly from: "person" | "gantry";
  readonly text: string;
  readonly time: string;
  /** Whether a message of the person is no part of the request. */
  readonly aside?: true;
}

export interface Conversation extends GateSubject, Filed {
  readonly id: string;
  readonly tenant: string;
  readonly owner: string;
  /** `planning` while the consultant answers the newest message after its request. */
  readonly status: "open" | "planning" | "awaiting_confirmation" | "confirmed";
  readonly messages: readonly Message[];
  /** Sequence of the person's newest message; 0 before the first. */
  readonly newest: number;
  readonly deploy: boolean;
  readonly publish: boolean;
  /** The project that is to be changed; absent for a new app. */
  readonly project?: string;
  readonly image: DesignImage | null;
  /** The look that was chosen beside the words, last. */
  readonly theme?: ThemeId;
  /** How many messages came before the one with the theme, and before the one with the image. Absent in the oldest ones. */
  readonly theme_at?: number;
  readonly image_at?: number;
  /** What the person decided about single features. Absent if nothing. */
  readonly choices?: readonly Choice[];
  /** The features that the newest message switches; absent if it does anything else. */
  readonly switched?: readonly FeatureSwitch[];
  readonly plan: Plan | null;
  readonly plan_hash: string | null;
  /** The digest of the plan in which nothing is switched off; absent if that is the last plan itself. */
  readonly offered_hash?: string;
  /** The last plan; kept while a newer message has no answer yet. */
  readonly last_plan: Plan | null;
  readonly speech: string;
  readonly question: string | null;
  readonly mission_id: string | null;
  /** Who sent the newest message, from which device: the reply is shown there. Absent in the oldest consultations. */
  readonly shown_to?: { readonly principal: string; readonly device: string | null };
  /** Whether the answer came after its request had ended, and was not shown since. */
  readonly unseen?: true;
  /** How often the consultant began to answer the newest message after its request. */
  readonly attempts?: number;
  readonly commission?: Caller;
  readonly failure?: Failure;
  /** What the consultant's model calls used. Absent in the oldest consultations. */
  readonly usage?: Usage;
  readonly created_at: string;
  readonly updated_at: string;
}

export const conversations: Projection<Conversation> = {
  reduce,
  // Contains text that people typed.
  withholdable: new Set(["gantry.conversation.message_received", "gantry.conversation.renamed"]),
  items: gateItems,
  // Listed by creation time, so that the order does not change while pages are read.
  listing: ({ created_at, archived }) => ({ kind: listOf(archived), status: "all", time: created_at }),
};

/** The list that contains a consultation. */
export const listOf = (archived = false): string => (archived ? "conversation-archived" : "conversation");

function reduce(state: Conversation | null, signal: Signal): Conversation {
  const fact = signal as ConversationSignal;
  if (!state) return begin(fact);
  const next = { ...reduceGates(state, signal), updated_at: signal.time };
  switch (fact.type) {
    case "gantry.conversation.message_received":
      return received(next, signal, fact.data);
    case "gantry.conversation.turn_started":
      if (fact.data.answers !== next.newest) return next;
      return { ...next, attempts: (next.attempts ?? 0) + 1 };
    case "gantry.conversation.unanswered": {
      if (fact.data.answers !== next.newest || next.status !== "planning") return next;
      const { code, message } = fact.data;
      return { ...withoutTurn(next), status: "open", speech: message, failure: { code, message } };
    }
    case "gantry.conversation.shown":
      return fact.data.answers === next.newest ? shown(next) : next;
    case "gantry.conversation.answered":
      if (fact.data.answers !== next.newest || isAnswered(next)) return next;
      return {
        ...withOffered(next, fact.data),
        ...(next.status === "planning" ? { unseen: true as const } : {}),
        plan: fact.data.plan,
        plan_hash: fact.data.plan_hash,
        last_plan: fact.data.plan,
        speech: fact.data.speech,
        question: fact.data.question,
        status: fact.data.plan ? "awaiting_confirmation" : "open",
        messages: [
          ...asidesOf(next.messages, fact.data),
          { from: "gantry", text: fact.data.speech, time: signal.time },
        ],
      };
    case "gantry.conversation.renamed":
      return titled(next, fact.data.title);
    case "gantry.conversation.archived":
      return archivedOr(next, fact.data.archived);
    case "gantry.model.called":
      return { ...next, usage: addUsage(next.usage ?? NO_USAGE, fact.data) };
    case "gantry.decision.recorded":
      return fact.data.type === "APPROVE" ? approved(next, fact.data.execution_id) : declined(next);
    case "gantry.policy.allowed":
      return approved(next, fact.data.execution_id);
    default:
      return next;
  }
}

/** A new message invalidates the plan that was shown before it. */
function received(next: Conversation, signal: Signal, data: MessageReceived): Conversation {
  return {
    ...withoutTurn(next),
    ...(data.deferred ? turnOf(data) : {}),
    status: data.deferred ? "planning" : "open",
    plan: null,
    plan_hash: null,
    speech: sentencesFor(next.last_plan)[data.deferred ? "planning" : "unanswered"],
    question: null,
    newest: sequenceOf(signal),
    deploy: data.deploy ?? next.deploy,
    publish: data.publish ?? next.publish,
    image: data.image ?? next.image,
    ...(data.image && { image_at: next.messages.length }),
    ...(data.theme !== undefined && { theme: data.theme, theme_at: next.messages.length }),
    ...(data.features && switching(next, data.features)),
    shown_to: { principal: signal.authid, device: data.device ?? null },
    messages: [
      ...next.messages,
      { from: "person", text: data.text, time: signal.time, ...(data.features && { aside: true }) },
    ],
  };
}

/** What a message that switches features adds. */
function switching(state: Conversation, switched: readonly FeatureSwitch[]) {
  const since = requestOf(state).length;
  const choices = switched.map((each) => ({ ...each, since }));
  return { switched, choices: choicesAfter(state.choices ?? [], choices) };
}

/** A plan that is shown again keeps what it left out; after a restart, nothing is left out. */
function withOffered(
  state: Conversation,
  { offered_hash, aside = false, restart = false }: Answered,
): Conversation {
  const { offered_hash: before, choices, ...rest } = state;
  const kept = offered_hash ?? (aside && !state.switched ? before : undefined);
  return {
    ...rest,
    ...(choices && !restart && { choices }),
    ...(kept !== undefined && !restart && { offered_hash: kept }),
  };
}

function approved(state: Conversation, mission_id: string | null): Conversation {
  const speech = sentencesFor(state.plan).confirmed(state.plan?.title ?? "");
  return { ...state, status: "confirmed", mission_id, speech, question: null };
}

/** What a message that is answered after its request adds. */
const turnOf = ({ commission }: MessageReceived) => ({ attempts: 0, ...(commission ? { commission } : {}) });

/** The state without what belongs to the turn before. */
function withoutTurn(state: Conversation): Conversation {
  const { unseen, attempts, commission, failure, switched, ...rest } = state;
  return rest;
}

function shown({ unseen, ...state }: Conversation): Conversation {
  return state;
}

/** Whether the newest message has an answer. */
export const isAnswered = ({ messages }: Conversation): boolean => messages.at(-1)?.from === "gantry";

/** The sentences in the language of a plan. */
const sentencesFor = (plan: Plan | null) => SENTENCES[plan ? planLocale(plan) : "en"];

/** A rejected plan can no longer be confirmed; the consultation continues. */
function declined(state: Conversation): Conversation {
  const speech = sentencesFor(state.last_plan).rejected;
  return { ...state, status: "open", plan: null, plan_hash: null, speech, question: null };
}

function begin(fact: ConversationSignal): Conversation {
  if (fact.type !== "gantry.conversation.started")
    throw new TypeError(
      `the first signal of a conversation must be gantry.conversation.started, not ${fact.type}`,
    );
  const { owner, deploy, publish, project } = fact.data;
  return {
    id: aggregateOf(fact).id,
    tenant: fact.tenantid,
    owner,
    status: "open",
    messages: [],
    newest: 0,
    deploy,
    publish,
    ...(project === undefined ? {} : { project }),
    image: null,
    plan: null,
    plan_hash: null,
    last_plan: null,
    speech: "",
    question: null,
    mission_id: null,
    ...NO_GATES,
    created_at: fact.time,
    updated_at: fact.time,
  };
}

/** The messages of which the newest one, or after a restart each one, is no part of the request. */
function asidesOf(
  messages: readonly Message[],
  { aside = false, restart = false }: { aside?: boolean; restart?: boolean },
): readonly Message[] {
  if (!aside && !restart) return messages;
  const newest = messages.findLastIndex(({ from }) => from === "person");
  return messages.map((message, index) =>
    message.from === "person" && (restart || index === newest) ? { ...message, aside: true } : message,
  );
}

/** The messages of the person, oldest first. */
export const wordsOf = ({ messages }: Conversation): string[] =>
  messages.filter(({ from }) => from === "person").map(({ text }) => text);

/** The messages of the person that make up the request, oldest first. */
export const requestOf = ({ messages }: Pick<Conversation, "messages">): string[] =>
  messages.filter(({ from, aside }) => from === "person" && !aside).map(({ text }) => text);

/** Index in the request of the message at a place among all messages. */
export const indexInRequest = ({ messages }: Conversation, place = 0): number =>
  requestOf({ messages: messages.slice(0, place) }).length;

/** Throws IllegalTransition for a consultation that has been confirmed. */
export function requireOpen(conversation: Conversation | null): void {
  if (conversation?.status !== "confirmed") return;
  throw new GantryError(
    "IllegalTransition",
    "This consultation has already been confirmed; start a new one.",
    {
      field: "conversation_id",
      detail: { mission_id: conversation.mission_id },
    },
  );
}
