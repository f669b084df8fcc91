/** A message of a consultation that is answered after its request. */
export interface ConversationTurn {
  readonly tenant: string;
  readonly conversation_id: string;
  /** The sequence of the message. */
  readonly message: number;
}

/** Starts turns outside requests, which end before a language model has written a long plan. */
export interface Turns {
  /** Requests the answer to a message, and returns before it is there. Idempotent: a message is answered once. */
  ask(turn: ConversationTurn): Promise<void>;
}

export interface WithTurns {
  readonly turns: Turns;
}
