import { isAffirmative } from "#core/factory/conversation/affirmative.ts";
import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { sentenceOf } from "#core/factory/conversation/sentence-rules.ts";
import { COURTESY, LATER, NO, START_OVER } from "#core/factory/conversation/turn-phrases.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

/** What a message is, recognised by rule: a `courtesy` says nothing else, a `message` is one for the consultant. */
export const TURNS = ["yes", "no", "later", "start_over", "courtesy", "message"] as const;
export type Turn = (typeof TURNS)[number];

/**
 * What follows a turn: the plan is confirmed, the consultant is asked, the answer to the message before is awaited, the
 * plan is withdrawn or kept, the request is dropped, or the turn is refused.
 */
export type Action = "confirm" | "consult" | "await" | "withdraw" | "keep" | "restart" | "refuse";

/**
 * The transitions of a consultation. `new` is one that does not exist yet. A repeated yes returns the mission that the
 * first one started.
 */
export const TRANSITIONS: Readonly<Record<Conversation["status"] | "new", Readonly<Record<Turn, Action>>>> = {
  new: {
    yes: "consult",
    no: "consult",
    later: "consult",
    start_over: "consult",
    courtesy: "consult",
    message: "consult",
  },
  open: {
    yes: "consult",
    no: "consult",
    later: "keep",
    start_over: "restart",
    courtesy: "consult",
    message: "consult",
  },
  planning: {
    yes: "await",
    no: "consult",
    later: "await",
    start_over: "restart",
    courtesy: "await",
    message: "consult",
  },
  awaiting_confirmation: {
    yes: "confirm",
    no: "withdraw",
    later: "keep",
    start_over: "restart",
    courtesy: "keep",
    message: "consult",
  },
  confirmed: {
    yes: "confirm",
    no: "refuse",
    later: "refuse",
    start_over: "refuse",
    courtesy: "refuse",
    message: "refuse",
  },
};

/** A "no" beside open questions of the plan answers them, so the consultant reads it. */
export function actionFor(conversation: Pick<Conversation, "status" | "plan"> | null, turn: Turn): Action {
  const action = TRANSITIONS[conversation?.status ?? "new"][turn];
  const asks = (conversation?.plan?.questions.length ?? 0) > 0;
  return action === "withdraw" && asks ? "consult" : action;
}

const says = {
  no: sentenceOf(NO),
  later: sentenceOf(LATER),
  start_over: sentenceOf(START_OVER),
  courtesy: sentenceOf(COURTESY),
};

/** What a whole sentence is, and the language in which it was recognised; English for a message. */
export function turnOf(sentence: string): { readonly turn: Turn; readonly locale: Locale } {
  if (isAffirmative(sentence)) return { turn: "yes", locale: "en" };
  // "Ahora no" is a later, although "no" is left of it without its courtesy.
  for (const turn of ["later", "start_over", "no", "courtesy"] as const) {
    const locale = says[turn](sentence);
    if (locale) return { turn, locale };
  }
  return { turn: "message", locale: "en" };
}
