import type { ModelRequest, TokenUsage } from "#core/model/converser.ts";

/**
 * Bytes of UTF-8 per token, rather too few than too many: English prose has four to five, source code three to four,
 * Chinese about three.
 */
const BYTES_PER_TOKEN = 3;

/** Tokens of the largest image that a model accepts before it scales it down (Claude: width × height / 750). */
const IMAGE_TOKENS = 1600;

type Input = Pick<ModelRequest, "system" | "messages" | "answer">;

const tokensOfBytes = (bytes: number): number => Math.ceil(bytes / BYTES_PER_TOKEN);

/** The input tokens of a request, estimated from its bytes. */
export function estimateInputTokens({ system, messages, answer }: Input): number {
  const form = answer ? JSON.stringify(answer) : "";
  const texts = [system, form, ...messages.map(({ text }) => text)];
  const images = messages.filter(({ image }) => image).length;
  return tokensOfBytes(new TextEncoder().encode(texts.join("")).length) + images * IMAGE_TOKENS;
}

/** The tokens of the part of a request that is the same for each call with a prompt: its tool and its system text. */
export function estimatePrefixTokens(system: string, form?: ModelRequest["answer"]): number {
  return estimateInputTokens({ system, messages: [], ...(form ? { answer: form } : {}) });
}

/** The usage of a call that the service did not report, after it returned this many bytes. */
export function estimateUsage(request: Input, bytes: number): TokenUsage {
  return {
    input_tokens: estimateInputTokens(request),
    output_tokens: tokensOfBytes(bytes),
    cache_read_tokens: 0,
    cache_write_tokens: 0,
    estimated: true,
  };
}
