import type { ExecutionFacts } from "#core/governance/execution/signals.ts";

/** What model calls used: tokens, and their price in millionths of a US dollar. */
export interface Usage {
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_micro_usd: number;
}

export const NO_USAGE: Usage = { calls: 0, input_tokens: 0, output_tokens: 0, cost_micro_usd: 0 };

export function addUsage(usage: Usage, call: ExecutionFacts["gantry.model.called"]): Usage {
  return {
    calls: usage.calls + 1,
    input_tokens: usage.input_tokens + call.input_tokens,
    output_tokens: usage.output_tokens + call.output_tokens,
    cost_micro_usd: usage.cost_micro_usd + call.cost_micro_usd,
  };
}
