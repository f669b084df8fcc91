import { ALWAYS_FREE, PRICES, type PriceName } from "./prices.ts";

/** An amount of something that has a price. */
export interface Line {
  /** Description of the item. */
  readonly what: string;
  readonly price: PriceName;
  /** In the unit of the price. */
  readonly amount: number;
}

export interface PricedLine extends Line {
  readonly usd: number;
}

export function line(what: string, price: PriceName, amount: number): Line {
  return { what, price, amount };
}

/** Returns the lines with their cost in USD; with `allowances`, the free units of each price are deducted. */
export function priced(lines: readonly Line[], allowances: boolean): PricedLine[] {
  const left: Partial<Record<PriceName, number>> = allowances ? { ...ALWAYS_FREE } : {};
  return lines.map((each) => {
    const free = Math.min(left[each.price] ?? 0, each.amount);
    left[each.price] = (left[each.price] ?? 0) - free;
    return { ...each, usd: (each.amount - free) * PRICES[each.price].usd };
  });
}

export function total(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, { usd }) => sum + usd, 0);
}
