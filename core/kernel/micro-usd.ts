/** Prices are counted in whole millionths of a US dollar. */
const MICRO = 1_000_000;

export const usdOf = (micro_usd: number): number => micro_usd / MICRO;
export const microUsdOf = (usd: number): number => usd * MICRO;
