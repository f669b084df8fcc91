import type { ConverseStreamOutput } from "@aws-sdk/client-bedrock-runtime";
import { type ModelCall, type ModelReply, STOPPED, type TokenUsage } from "#core/model/converser.ts";
import { estimateUsage } from "#core/model/estimate.ts";

/**
 * Bytes of a reply per permitted token; a model that honours the limit stays far below. Beyond it the reply is endless
 * output, and is cut off.
 */
const MAX_BYTES_PER_TOKEN = 32;

/** Collects what arrives of a streamed reply. */
export class Received {
  readonly #request: ModelCall;
  /** The name of the tool whose input is the answer. */
  readonly #tool: string;
  readonly #text: string[] = [];
  /** The pieces of the answer tool's input; undefined until the model uses it. */
  #input: string[] | undefined;
  #inputBlock = -1;
  #bytes = 0;
  #stopReason: string | undefined;
  #usage: TokenUsage | undefined;

  constructor(request: ModelCall) {
    this.#request = request;
    this.#tool = request.strategy === "text" ? "" : request.answer.name;
  }

  /** Whether the model has said that it is finished. */
  get isWhole(): boolean {
    return this.#stopReason !== undefined;
  }

  /** Adds an event. False when no more is to be received. */
  add({ contentBlockStart, contentBlockDelta, messageStop, metadata }: ConverseStreamOutput): boolean {
    if (!this.#input && contentBlockStart?.start?.toolUse?.name === this.#tool) {
      this.#input = [];
      this.#inputBlock = contentBlockStart.contentBlockIndex ?? 0;
    }
    if (messageStop) this.#stopReason = messageStop.stopReason ?? "unknown";
    if (metadata?.usage) this.#usage = usageOf(metadata.usage);
    return !contentBlockDelta || this.#addDelta(contentBlockDelta);
  }

  #addDelta({ delta, contentBlockIndex = 0 }: NonNullable<ConverseStreamOutput["contentBlockDelta"]>) {
    const input = contentBlockIndex === this.#inputBlock ? delta?.toolUse?.input : undefined;
    const piece = delta?.text ?? input;
    this.#bytes += Buffer.byteLength(piece ?? delta?.toolUse?.input ?? delta?.reasoningContent?.text ?? "");
    if (piece !== undefined) (input === undefined ? this.#text : (this.#input ?? [])).push(piece);
    if (this.#bytes > this.#request.max_tokens * MAX_BYTES_PER_TOKEN) this.#stopReason = "max_tokens";
    else if (piece !== undefined && this.#request.accept?.(piece) === false) this.#stopReason = STOPPED;
    return this.#stopReason === undefined;
  }

  get usage(): TokenUsage {
    return this.#usage ?? estimateUsage(this.#request, this.#bytes);
  }

  reply(): ModelReply {
    const input = this.#input?.join("");
    const json = input === undefined ? undefined : parsed(input === "" ? "{}" : input);
    const text = this.#text.join("");
    return {
      json,
      text: input !== undefined && json === undefined ? input : text,
      stop_reason: this.#stopReason ?? "unknown",
      usage: this.usage,
    };
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

type Reported = NonNullable<NonNullable<ConverseStreamOutput["metadata"]>["usage"]>;

function usageOf(usage: Reported): TokenUsage {
  return {
    input_tokens: usage.inputTokens ?? 0,
    output_tokens: usage.outputTokens ?? 0,
    cache_read_tokens: usage.cacheReadInputTokens ?? 0,
    cache_write_tokens: usage.cacheWriteInputTokens ?? 0,
  };
}
