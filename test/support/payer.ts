import type { WithBudget } from "#core/model/budget.ts";
import type { Payer } from "#core/model/model-limits.ts";

/** A tenant without limits. */
export const PAYER: Payer = { tenant: "tn_1", limits: { monthly_usd: null, unlisted: "count" } };

/** A budget that reserves anything and records what was settled, in millionths of a US dollar. */
export function openBudget(): WithBudget["budget"] & { readonly settled: number[] } {
  const settled: number[] = [];
  return {
    settled,
    reserve: async () => ({ settle: async (cost) => void settled.push(cost) }),
  };
}
