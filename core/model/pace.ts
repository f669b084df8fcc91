import type { ModelIds } from "#core/model/model-ids.ts";
import type { Prompt } from "#core/model/prompt.ts";

/**
 * Output tokens a second that the model of a role writes at least: well below what Bedrock was seen to do with the
 * default models. A slower model is given up when its time is over.
 */
const TOKENS_PER_SECOND: Readonly<Record<keyof ModelIds, number>> = {
  consultant: 50,
  architect: 50,
  healer_small: 100,
  healer_large: 50,
  critic: 50,
  chat: 100,
};

/** Seconds until the first token: reading the input, and calls that were throttled. */
const START_SECONDS = 5;

/** Milliseconds for an answer as long as the prompt allows. What limits the caller must allow more. */
export function timeLimitMs(
  role: keyof ModelIds,
  { maxTokens }: Pick<Prompt<never, unknown>, "maxTokens">,
): number {
  return 1000 * (START_SECONDS + maxTokens / TOKENS_PER_SECOND[role]);
}
