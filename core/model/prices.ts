import type { TokenUsage } from "#core/model/converser.ts";

/**
 * Prices in USD per million tokens: input, cache write, cache read, output. List prices of global profiles, 2026-11-21.
 */
export const PRICE_TABLE_VERSION = "2026-11-21";

const PRICES: readonly (readonly [string, readonly [number, number, number, number]])[] = [
  ["gantry.offline-brain", [0, 0, 0, 0]],
  ["claude-haiku-4-5", [1, 1.25, 0.1, 5]],
  ["claude-sonnet-4", [3, 3.75, 0.3, 15]],
  ["claude-sonnet-5", [2, 2.5, 0.2, 10]],
  ["claude-opus-5-5", [4, 5, 0.2, 20]],
  ["claude-opus-", [5, 6.25, 0.5, 25]],
];

/** Price of an unlisted model: the highest listed price, so that costs are never underestimated. */
const DEAREST = [5, 6.25, 0.5, 25] as const;
const REGIONAL_SURCHARGE = 1.1;

/** Cost of one call in millionths of a US dollar, rounded up. */
export function costMicroUsd(model: string, usage: TokenUsage): number {
  const [input, cacheWrite, cacheRead, output] =
    PRICES.find(([family]) => model.includes(family))?.[1] ?? DEAREST;
  const surcharge = /^(us|eu|jp|au|apac)\./.test(model) ? REGIONAL_SURCHARGE : 1;
  const dollarsTimesMillion =
    usage.input_tokens * input +
    usage.cache_write_tokens * cacheWrite +
    usage.cache_read_tokens * cacheRead +
    usage.output_tokens * output;
  // Without the digits that binary fractions add: 50 × 1.1 is 55, not 55.00000000000001.
  return Math.ceil(Number((dollarsTimesMillion * surcharge).toFixed(6)));
}
