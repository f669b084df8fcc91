import type { FilingFacts } from "#core/factory/conversation/filed.ts";
import type { Failure } from "#core/factory/conversation/signals.ts";
import type { Source } from "#core/factory/documentation/passage.ts";
import type { ExecutionFacts } from "#core/governance/execution/signals.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

/** Signals of a chat: their data by signal type. */
interface ChatFacts extends FilingFacts {
  "gantry.model.called": ExecutionFacts["gantry.model.called"];
  "gantry.chat.started": { owner: string };
  "gantry.chat.question_received": { turn_id: string; text: string };
  "gantry.chat.answered": { turn_id: string; answer: string; sources: readonly Source[] };
  "gantry.chat.unanswered": { turn_id: string } & Failure;
}

/** A signal of a chat; its type determines its data. */
export type ChatSignal = {
  [F in keyof ChatFacts]: Omit<Signal, "type" | "data"> & { type: F; data: ChatFacts[F] };
}[keyof ChatFacts];
