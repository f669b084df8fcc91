import { DAY_MS, type WithClock } from "#core/kernel/clock.ts";
import { usageKey } from "#core/kernel/keys.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { usdOf } from "#core/kernel/micro-usd.ts";
import type { Payer } from "#core/model/model-limits.ts";
import { type Spending, spendingIn } from "#core/model/spending.ts";

/** What a tenant spends on models in a month, in US dollars. */
export interface MonthlyBudget {
  /** `yyyy-mm` in UTC. */
  readonly month: string;
  readonly spent_usd: number;
  /** Held for calls that are running. */
  readonly reserved_usd: number;
  /** Of calls whose process died: at most this much was spent on them. */
  readonly unknown_usd: number;
  /** The limit of the policy that is active now; null for none. */
  readonly limit_usd: number | null;
  /** What the month comes to if each day costs as much as the days so far. */
  readonly forecast_usd: number;
}

/** The budget of the month in the table. */
export async function readMonth(
  { store, clock }: WithStore & WithClock,
  tenant: string,
  { monthly_usd }: Pick<Payer["limits"], "monthly_usd">,
): Promise<MonthlyBudget> {
  const now = clock.now();
  const month = new Date(now).toISOString().slice(0, 7);
  const { spent, reserved, expired } = spendingIn(await store.get(usageKey(tenant, month.replace("-", ""))));
  return {
    month,
    spent_usd: usdOf(spent),
    reserved_usd: usdOf(reserved),
    unknown_usd: usdOf(expired),
    limit_usd: monthly_usd,
    forecast_usd: usdOf(forecast({ spent }, now)),
  };
}

/** Millionths of a US dollar at the end of the month. The first day counts as a whole one. */
export function forecast({ spent }: Pick<Spending, "spent">, now: number): number {
  const date = new Date(now);
  const start = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  return Math.round((spent * (end - start)) / Math.max(now - start, DAY_MS));
}
