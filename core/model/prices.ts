import { GantryError } from "#core/kernel/errors.ts";
import type { TokenUsage } from "#core/model/converser.ts";

/** The price table, with its date and source, which are shown beside costs. */
export const PRICE_TABLE = {
  version: "2026-11-21",
  source:
    "list prices of global inference profiles as collected by @pydantic/genai-prices 0.1.8, regional profiles 10 % more; Claude Fable, whose list price is not known, as the dearest of them",
} as const;

/** USD per million tokens. */
interface Price {
  readonly input: number;
  readonly cache_write: number;
  readonly cache_read: number;
  readonly output: number;
}

const price = (input: number, cache_write: number, cache_read: number, output: number): Price => ({
  input,
  cache_write,
  cache_read,
  output,
});

/** The highest price of each kind of token that is listed: what a model without a price is taken to cost. */
const DEAREST = price(5, 6.25, 0.5, 25);

/** Prices by model family. The first row whose text is contained in the id applies. */
const PRICES: readonly (readonly [string, Price])[] = [
  ["gantry.offline-brain", price(0, 0, 0, 0)],
  ["claude-haiku-4-5", price(1, 1.25, 0.1, 5)],
  ["claude-sonnet-4", price(3, 3.75, 0.3, 15)],
  ["claude-sonnet-5", price(2, 2.5, 0.2, 10)],
  ["claude-opus-5-5", price(4, 5, 0.2, 20)],
  ["claude-opus-", DEAREST],
  ["claude-fable-5", DEAREST],
];

const REGIONAL_SURCHARGE = 1.1;

/** The price of a model; undefined if the table has none. */
function priceOf(model: string): Price | undefined {
  return PRICES.find(([family]) => model.includes(family))?.[1];
}

/** Whether the price table has the model. */
export const isPriced = (model: string): boolean => priceOf(model) !== undefined;

/** Whether the calls of a model cost nothing, by the price table. */
export function costsNothing(model: string): boolean {
  const price = priceOf(model);
  return price !== undefined && Object.values(price).every((usd) => usd === 0);
}

/** Cost of one call in millionths of a US dollar, rounded up; 0 for a model without a listed price. */
export function costMicroUsd(model: string, usage: TokenUsage): number {
  return isPriced(model) ? chargedMicroUsd(model, usage) : 0;
}

/**
 * What one call takes from the budget, in millionths of a US dollar: its cost, and for a model without a listed price that
 * of the dearest one, because a limit that does not hold every model is none.
 */
export function chargedMicroUsd(model: string, usage: TokenUsage): number {
  const price = priceOf(model) ?? DEAREST;
  const isRegional = !isPriced(model) || /^(us|eu|jp|au|apac)\./.test(model);
  const surcharge = isRegional ? REGIONAL_SURCHARGE : 1;
  const dollarsTimesMillion =
    usage.input_tokens * price.input +
    usage.cache_write_tokens * price.cache_write +
    usage.cache_read_tokens * price.cache_read +
    usage.output_tokens * price.output;
  // Without the digits that binary fractions add: 50 × 1.1 is 55, not 55.00000000000001.
  return Math.ceil(Number((dollarsTimesMillion * surcharge).toFixed(6)));
}

/** The most that a call can take from the budget: its whole input is written to the cache. */
export function highestChargeMicroUsd(model: string, input_tokens: number, output_tokens: number): number {
  const usage = { input_tokens: 0, output_tokens, cache_read_tokens: 0, cache_write_tokens: input_tokens };
  return chargedMicroUsd(model, usage);
}

/** The error for a model without a listed price where the policy demands one. */
export function unlistedModel(model: string): GantryError {
  return new GantryError(
    "PolicyDenied",
    `The price table of ${PRICE_TABLE.version} has no price for the model '${model}', and the policy refuses models without a price (models.unlisted: refuse).`,
    { detail: { model } },
  );
}
