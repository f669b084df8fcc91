import { costMicroUsd } from "#core/model/prices.ts";
import { ASSUMED } from "./usage.ts";

interface Tokens {
  readonly in: number;
  readonly out: number;
}

/** USD for the tokens of one mission's model calls; the large model makes all calls but the repair. */
export function modelUsd(
  models: { readonly large: string; readonly small: string },
  { healed }: { readonly healed: boolean },
): number {
  const { consultant, architect, critic, healer } = ASSUMED.tokens;
  const large = [consultant, architect, critic].reduce((usd, tokens) => usd + cost(models.large, tokens), 0);
  return large + (healed ? cost(models.small, healer) : 0);
}

function cost(model: string, tokens: Tokens): number {
  const usage = { input_tokens: tokens.in, output_tokens: tokens.out };
  return costMicroUsd(model, { ...usage, cache_read_tokens: 0, cache_write_tokens: 0 }) / 1e6;
}
