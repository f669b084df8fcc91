import type { Agent } from "#core/model/agent.ts";
import type { ModelRole } from "#core/model/model-ids.ts";

/** Seconds until the first token: reading the input, and calls that were throttled. */
const START_SECONDS = 5;

/**
 * Time limit in milliseconds for the longest answer of an agent by one of its models. Outer time limits must be longer.
 * Throws TypeError for a model that the agent may not use.
 */
export function timeLimitMs(model: ModelRole, { name, models, limits }: Agent): number {
  const pace = models[model];
  if (!pace) throw new TypeError(`the agent ${name} may not use the model ${model}`);
  return 1000 * (START_SECONDS + limits.max_tokens / pace.tokens_per_second);
}
