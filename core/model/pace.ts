import type { ModelIds } from "#core/model/model-ids.ts";
import type { Prompt } from "#core/model/prompt.ts";

/**
 * Minimum output tokens per second by role, well below what was measured on Bedrock with the default models. A slower
 * model exceeds its time limit.
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

/** Time limit in milliseconds for an answer of the prompt's maximum length. Outer time limits must be longer. */
export function timeLimitMs(
  role: keyof ModelIds,
  { maxTokens }: Pick<Prompt<never, unknown>, "maxTokens">,
): number {
  return 1000 * (START_SECONDS + maxTokens / TOKENS_PER_SECOND[role]);
}
