import type { AnswerStrategy } from "#core/model/capabilities.ts";

/** What a prompt asks for. `system` is instruction; everything a person or a program said is in `messages`. */
export interface ModelRequest {
  readonly model: string;
  readonly role: string;
  readonly system: string;
  readonly messages: readonly ModelMessage[];
  readonly answer: {
    readonly name: string;
    readonly description: string;
    readonly schema: Record<string, unknown>;
  };
  readonly strategy: AnswerStrategy;
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

/** One model call with a real time limit. Throws ModelUnavailable (retry may help) or ModelRefused. */
export interface Converser {
  converse(request: ModelRequest): Promise<ModelReply>;
}
