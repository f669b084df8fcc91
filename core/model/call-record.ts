import type { ModelRequest, TokenUsage } from "#core/model/converser.ts";
import { costMicroUsd, isPriced, PRICE_TABLE } from "#core/model/prices.ts";

/** Usage of one model call, which is recorded as a signal, without any text. */
export interface CallRecord {
  readonly role: string;
  /** Digest of the definition of the agent that made the call; absent in the oldest signals. */
  readonly agent_sha256?: string;
  readonly model: string;
  readonly input_tokens: number;
  readonly output_tokens: number;
  /** Of the input tokens, those that were read from the service's cache; absent if none. */
  readonly cache_read_tokens?: number;
  readonly cost_micro_usd: number;
  readonly ms: number;
  readonly stop_reason: string;
  /** Version of the price table for `cost_micro_usd`. */
  readonly price_table: string;
  /** Set when the service did not report the tokens, so that they were estimated from the bytes. */
  readonly estimated?: true;
  /** Set when the price table does not list the model, so that `cost_micro_usd` is 0. */
  readonly unpriced?: true;
}

export function recordOf(
  { role, agent_sha256, model }: ModelRequest & { readonly agent_sha256: string },
  usage: TokenUsage,
  ms: number,
  stop_reason: string,
): CallRecord {
  return {
    role,
    agent_sha256,
    model,
    input_tokens: usage.input_tokens + usage.cache_read_tokens + usage.cache_write_tokens,
    output_tokens: usage.output_tokens,
    cost_micro_usd: costMicroUsd(model, usage),
    ms,
    stop_reason,
    price_table: PRICE_TABLE.version,
    ...(usage.cache_read_tokens > 0 ? { cache_read_tokens: usage.cache_read_tokens } : {}),
    ...(usage.estimated ? { estimated: true } : {}),
    ...(isPriced(model) ? {} : { unpriced: true }),
  };
}
