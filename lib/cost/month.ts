import { type Line, line, priced, total } from "./line.ts";
import { HOURS_PER_MONTH } from "./prices.ts";
import { ASSUMED } from "./usage.ts";

const DAYS_PER_MONTH = HOURS_PER_MONTH / 24;
/** X-Ray's default sampling: the first request of each second, and 5 % of the others. */
const SAMPLED = 0.05;

export interface Month {
  readonly missionsPerDay: number;
  /** Without models, after the always-free CloudWatch allowances. */
  readonly infrastructureUsd: number;
  readonly modelUsd: number;
}

/**
 * Returns the cost of a month with a number of missions each day: idle cost, the missions, and the metrics
 * that then have data in each hour.
 */
export function month(
  missionsPerDay: number,
  idle: readonly Line[],
  mission: readonly Line[],
  modelUsd: number,
): Month {
  const missions = missionsPerDay * DAYS_PER_MONTH;
  const used = mission.map((each) => line(each.what, each.price, amountOf(each, missions)));
  const { touched, all } = ASSUMED.metrics;
  const metrics = line("metrics", "metric.month", Math.min(all, (touched * missions) / HOURS_PER_MONTH));
  return {
    missionsPerDay,
    infrastructureUsd: total(priced([...idle, ...used, metrics], true)),
    modelUsd: modelUsd * missions,
  };
}

function amountOf({ price, amount }: Line, missions: number): number {
  const all = amount * missions;
  return price === "xray.trace" ? Math.min(all, HOURS_PER_MONTH * 3600 + SAMPLED * all) : all;
}
