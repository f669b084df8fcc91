import type { Mission } from "#sdk/typescript/api.ts";
import { type PhaseDurations, phaseDurations } from "../missions/phase-durations.ts";
import { isSettled, STANDINGS, type Standing } from "../missions/phases.ts";

/** What missions came to, as figures. Durations are in milliseconds, costs in US dollars. */
export interface Figures {
  readonly standings: readonly { readonly standing: Standing; readonly missions: number }[];
  readonly phases: readonly PhaseDurations[];
  /** Missions whose first attempt failed, and how many of them succeeded in a later one. */
  readonly healing: { readonly failed: number; readonly healed: number };
  readonly days: readonly Spend[];
  readonly projects: readonly Spend[];
  readonly cost_usd: number;
}

/** What was spent on a day, in UTC, or on a project. */
interface Spend {
  readonly name: string;
  readonly missions: number;
  readonly cost_usd: number;
}

type Counted = Pick<Mission, "status" | "phases" | "attempts" | "created_at" | "project" | "cost_usd">;

const ORDER: readonly Standing[] = ["done", "running", "waiting", "failed", "cancelled"];

/** The figures of missions. */
export function figuresOf(missions: readonly Counted[]): Figures {
  const failed = missions.filter(({ attempts, status }) => attempts > 1 && isSettled(status));
  return {
    standings: ORDER.map((standing) => ({
      standing,
      missions: missions.filter(({ status }) => STANDINGS[status] === standing).length,
    })),
    phases: phaseDurations(missions),
    healing: {
      failed: failed.length,
      healed: failed.filter(({ status }) => STANDINGS[status] === "done").length,
    },
    days: spendBy(missions, ({ created_at }) => created_at.slice(0, 10)).sort((a, b) =>
      a.name < b.name ? 1 : -1,
    ),
    projects: spendBy(missions, ({ project }) => project).sort((a, b) => b.cost_usd - a.cost_usd),
    cost_usd: missions.reduce((sum, { cost_usd }) => sum + cost_usd, 0),
  };
}

function spendBy(missions: readonly Counted[], nameOf: (mission: Counted) => string): Spend[] {
  const sums = new Map<string, Spend>();
  for (const mission of missions) {
    const name = nameOf(mission);
    const { missions: count, cost_usd } = sums.get(name) ?? { missions: 0, cost_usd: 0 };
    sums.set(name, { name, missions: count + 1, cost_usd: cost_usd + mission.cost_usd });
  }
  return [...sums.values()];
}
