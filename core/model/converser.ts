import { type ErrorCode, type ErrorOptions, GantryError } from "#core/kernel/errors.ts";
import type { AnswerStrategy } from "#core/model/capabilities.ts";
import type { JsonSchema } from "#core/model/dialects.ts";

export interface AnswerForm {
  readonly name: string;
  readonly description: string;
  readonly schema: JsonSchema;
}

/** A request to a model. `system` contains only instructions; all input of people and programs is in `messages`. */
export interface ModelRequest {
  readonly model: string;
  readonly role: string;
  readonly system: string;
  readonly messages: readonly ModelMessage[];
  /** The form of a structured answer; without it the answer is plain text. */
  readonly answer?: AnswerForm;
  /** Sent only to models that accept it. */
  readonly temperature?: number;
  readonly max_tokens: number;
  readonly timeout_ms: number;
  /**
   * Called with each piece of the reply's text or tool input as it arrives. False ends the call at once; its reply then
   * has the stop reason {@link STOPPED}.
   */
  readonly accept?: (piece: string) => boolean;
}

/** The stop reason of a reply that was ended by its receiver. */
export const STOPPED = "stopped_by_receiver";

export interface ModelMessage {
  readonly role: "user" | "assistant";
  readonly text: string;
  readonly image?: { readonly media_type: string; readonly bytes: Uint8Array };
}

export interface TokenUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_read_tokens: number;
  readonly cache_write_tokens: number;
  /** Set when the service did not report the usage, so that it was estimated from the bytes sent and received. */
  readonly estimated?: true;
}

/**
 * The model's reply: parsed JSON if it used the tool, and its text, which is the tool's input if that is not complete.
 * Both are untrusted.
 */
export interface ModelReply {
  readonly json: unknown;
  readonly text: string;
  readonly stop_reason: string;
  readonly usage: TokenUsage;
}

/**
 * Calls any model with a method that it supports. Throws ModelUnavailable (may be retried) or ModelRefused; as
 * {@link CallFailed} when the call used tokens.
 */
export interface Converser {
  converse(request: ModelRequest): Promise<ModelReply>;
}

/** A request for text, or with one strategy for a structured answer and a schema that this strategy accepts. */
export type ModelCall = Omit<ModelRequest, "answer"> & {
  /** Whether the service is to keep the system prompt, and the tool before it, for later calls. */
  readonly cache_prefix?: true;
} & ({ readonly strategy: "text" } | { readonly strategy: AnswerStrategy; readonly answer: AnswerForm });

/**
 * Makes one model call with an enforced time limit. Throws like {@link Converser}, or {@link formatRefused} when the
 * service refuses the strategy or the schema; such a call uses no tokens.
 */
export interface ModelCaller {
  call(call: ModelCall): Promise<ModelReply>;
}

/** A call that failed after the service had begun to work on it, so that its tokens cost money. */
export class CallFailed extends GantryError {
  readonly usage: TokenUsage;

  constructor(code: ErrorCode, message: string, usage: TokenUsage, options: ErrorOptions) {
    super(code, message, options);
    this.usage = usage;
  }
}

const FORMAT = "answer_format";

export function formatRefused(model: string, cause: unknown): GantryError {
  return new GantryError("ModelRefused", "The model service does not accept the response format.", {
    detail: { model, refused: FORMAT },
    cause,
  });
}

export function isFormatRefused(error: unknown): boolean {
  return error instanceof GantryError && error.detail.refused === FORMAT;
}

export interface WithConverser {
  readonly converser: Converser;
}
