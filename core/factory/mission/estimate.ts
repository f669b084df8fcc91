import { z } from "zod";
import { listMissions } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { Phase } from "#core/factory/mission/phase.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { usdOf } from "#core/kernel/micro-usd.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import { costsNothing, PRICE_TABLE } from "#core/model/prices.ts";

/** How many of the newest missions are looked at. */
const LOOKED_AT = 100;

const rangeSchema = z.object({
  p50: z.number().describe("Half of them took at most this."),
  p95: z.number().describe("95 % of them took at most this."),
});

/** What the mission of a plan will probably take. Beside the plan: no part of what is confirmed. */
export const estimateSchema = z.object({
  missions: z
    .number()
    .int()
    .describe("How many earlier missions of the same stack and kind it is made from; 0 if there are none."),
  ms: rangeSchema
    .nullable()
    .describe(
      "Milliseconds of work, without waiting for people or for a slot; null without earlier missions.",
    ),
  cost_usd: rangeSchema
    .nullable()
    .describe("The cost of the model calls; null without earlier missions, unless no call costs anything."),
  price_table: z.string().describe("The version of the table of prices of model calls."),
});
export type Estimate = z.infer<typeof estimateSchema>;

type Past = Pick<Mission, "plan" | "phase" | "phases" | "usage">;

/**
 * What a plan will probably take, by the tenant's newest missions of the same stack and kind that succeeded; a change is
 * compared with changes only.
 */
export async function estimateFor(
  services: WithStore & WithModels,
  caller: Pick<Caller, "tenant">,
  plan: Plan,
): Promise<Estimate> {
  const { entries } = await listMissions(services, caller, { limit: LOOKED_AT });
  return estimateOf(plan, entries, Object.values(services.models).every(costsNothing));
}

/** The estimate by these missions. `isFree`: no model call of this installation costs anything. */
export function estimateOf(plan: Plan, missions: readonly Past[], isFree: boolean): Estimate {
  const alike = missions.filter((mission) => isAlike(plan, mission));
  const costs = alike.map(({ usage }) => usdOf(usage.cost_micro_usd));
  return {
    missions: alike.length,
    ms: rangeOf(alike.map(workOf)),
    cost_usd: isFree ? { p50: 0, p95: 0 } : rangeOf(costs),
    price_table: PRICE_TABLE.version,
  };
}

const SUCCEEDED: ReadonlySet<Phase> = new Set(["DEPLOYED", "SUCCEEDED"]);

const isAlike = ({ stack, kind, change }: Plan, { plan, phase }: Past): boolean =>
  SUCCEEDED.has(phase) &&
  plan.stack === stack &&
  plan.kind === kind &&
  (plan.change === undefined) === (change === undefined);

/** Phases in which a mission waits for people or for a slot. */
const WAITING: ReadonlySet<Phase> = new Set(["AWAITING_INPUT", "QUEUED", "AWAITING_APPROVAL"]);

function workOf({ phases }: Past): number {
  return phases
    .filter(({ phase }) => !WAITING.has(phase))
    .reduce(
      (sum, { started_at, ended_at }) => sum + (ended_at ? Date.parse(ended_at) - Date.parse(started_at) : 0),
      0,
    );
}

function rangeOf(values: readonly number[]): Estimate["ms"] {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  return { p50: rank(sorted, 0.5), p95: rank(sorted, 0.95) };
}

/** The nearest-rank percentile of sorted values. */
const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
