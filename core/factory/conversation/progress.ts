/** What is being done for a message until its reply is there. */
const DOINGS = ["searching", "answering", "planning"] as const;
type Doing = (typeof DOINGS)[number];

/** Receives what is known of a reply before it is complete. Nothing depends on whether anybody receives it. */
export interface Progress {
  /** The message is stored, in this conversation and with this sequence. */
  received(conversation_id: string, sequence: number): void;
  doing(what: Doing): void;
  /** The text of the reply as far as it is known, in place of what was known before. */
  text(known: string): void;
}

export const UNHEARD: Progress = { received() {}, doing() {}, text() {} };
