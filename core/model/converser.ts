import { GantryError } from "#core/kernel/errors.ts";
import type { AnswerStrategy } from "#core/model/capabilities.ts";
import type { JsonSchema } from "#core/model/dialects.ts";

/** What a prompt asks for. `system` is instruction; everything a person or a program said is in `messages`. */
export interface ModelRequest {
  readonly model: string;
  readonly role: string;
  readonly system: string;
  readonly messages: readonly ModelMessage[];
  readonly answer: {
    readonly name: string;
    readonly description: string;
    readonly schema: JsonSchema;
  };
  /** Sent to models that take one. */
  readonly temperature?: number;
  readonly max_tokens: number;
  readonly timeout_ms: number;
}

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
}

/** The answer as the model gave it: parsed JSON when it used the tool, else its text. Untrusted either way. */
export interface ModelReply {
  readonly json: unknown;
  readonly text: string;
  readonly stop_reason: string;
  readonly usage: TokenUsage;
}

/** Asks any model, in whatever way it takes. Throws ModelUnavailable (retry may help) or ModelRefused. */
export interface Converser {
  converse(request: ModelRequest): Promise<ModelReply>;
}

/** A request as it is sent: in one way of answering, with a schema that this way accepts. */
export interface ModelCall extends ModelRequest {
  readonly strategy: AnswerStrategy;
}

/**
 * One model call with a real time limit. Throws ModelUnavailable, ModelRefused, or {@link formatRefused} when the
 * service accepts neither the answer's schema nor the way of asking for it; such a call uses no tokens.
 */
export interface ModelCaller {
  call(call: ModelCall): Promise<ModelReply>;
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
