import type { FilingFacts } from "#core/factory/conversation/filed.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { FeatureSwitch } from "#core/factory/plan/switch.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import type { ExecutionFacts } from "#core/governance/execution/signals.ts";
import type { GateFacts } from "#core/governance/gate/signals.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { ErrorCode } from "#core/kernel/errors.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

export interface DesignImage {
  readonly sha256: string;
  readonly media_type: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
  readonly filename: string;
}

export interface MessageReceived {
  readonly text: string;
  readonly image: DesignImage | null;
  readonly deploy: boolean | null;
  readonly publish: boolean | null;
  /** The look that was chosen beside the words. Absent if none was. */
  readonly theme?: ThemeId;
  /** The features that it switches, which is all that it does; `text` says so. Absent for any other message. */
  readonly features?: readonly FeatureSwitch[];
  /** The device that the reply is shown on. Absent in the oldest signals. */
  readonly device?: string;
  /** Whether the consultant answers after the request. */
  readonly deferred?: true;
  /** Who decided with this message that its plan is built; only of a message that is answered after its request. */
  readonly commission?: Caller;
}

/** The answer to a message. */
export interface Answered {
  /** Sequence of the answered message. */
  readonly answers: number;
  readonly plan: Plan | null;
  readonly plan_hash: string | null;
  /** The digest of the plan in which nothing is switched off; absent if that is the plan itself. */
  readonly offered_hash?: string;
  readonly speech: string;
  readonly question: string | null;
  /** Whether the message is no part of the request: the plan is the previous one. Absent in the oldest signals. */
  readonly aside?: boolean;
  /** Whether no earlier message is part of the request any more. */
  readonly restart?: boolean;
}

/** Why a message has no answer. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Signals of a consultation: their data by signal type. */
interface ConversationFacts extends GateFacts, FilingFacts {
  "gantry.model.called": ExecutionFacts["gantry.model.called"];
  "gantry.conversation.started": { owner: string; deploy: boolean; publish: boolean; project?: string };
  "gantry.conversation.message_received": MessageReceived;
  "gantry.conversation.turn_started": { answers: number };
  "gantry.conversation.unanswered": { answers: number } & Failure;
  "gantry.conversation.shown": { answers: number };
  "gantry.conversation.answered": Answered;
}

/** A signal of a consultation; its type determines its data. */
export type ConversationSignal = {
  [F in keyof ConversationFacts]: Omit<Signal, "type" | "data"> & { type: F; data: ConversationFacts[F] };
}[keyof ConversationFacts];
