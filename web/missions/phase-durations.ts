import type { Mission, Phase } from "#sdk/typescript/api.ts";
import { isSettled, STANDINGS } from "./phases.ts";

/** How long a phase took, in milliseconds, over all spans that have ended. */
export interface PhaseDurations {
  readonly phase: Phase;
  readonly spans: number;
  readonly median: number;
  readonly p95: number;
}

/** Durations by phase, in the order in which missions enter them. */
export function phaseDurations(missions: readonly Pick<Mission, "phases">[]): PhaseDurations[] {
  const spans = new Map<Phase, number[]>();
  for (const { phase, started_at, ended_at } of missions.flatMap(({ phases }) => phases))
    if (ended_at && !isSettled(phase))
      spans.set(phase, [...(spans.get(phase) ?? []), Date.parse(ended_at) - Date.parse(started_at)]);
  const order = Object.keys(STANDINGS) as Phase[];
  return order.flatMap((phase) => {
    const durations = spans.get(phase)?.sort((a, b) => a - b);
    if (!durations) return [];
    return { phase, spans: durations.length, median: rank(durations, 0.5), p95: rank(durations, 0.95) };
  });
}

/** The nearest-rank percentile of sorted values. */
const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
