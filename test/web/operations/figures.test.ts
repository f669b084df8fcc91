import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Mission, Phase } from "#sdk/typescript/api.ts";
import { figuresOf } from "#web/operations/figures.ts";

const START = Date.parse("2026-11-21T23:59:00.000Z");
const mission = (change: Partial<Mission> = {}) => ({
  status: "DEPLOYED" as Phase,
  phases: [],
  attempts: 1,
  created_at: new Date(START).toISOString(),
  project: "notes",
  cost_usd: 0,
  ...change,
});
const span = (phase: Phase, ms: number | null) => ({
  phase,
  attempt: 1,
  started_at: new Date(START).toISOString(),
  ended_at: ms === null ? null : new Date(START + ms).toISOString(),
});

describe("the figures of missions", () => {
  it("count them by how they stand", () => {
    const statuses: Phase[] = [
      "DEPLOYED",
      "SUCCEEDED",
      "FAILED",
      "BUILDING",
      "AWAITING_APPROVAL",
      "CANCELLED",
    ];
    const { standings } = figuresOf(statuses.map((status) => mission({ status })));
    expect(Object.fromEntries(standings.map(({ standing, missions }) => [standing, missions]))).toEqual({
      done: 2,
      running: 1,
      waiting: 1,
      failed: 1,
      cancelled: 1,
    });
  });

  it("contain the median and the 95th percentile of each phase that ended", () => {
    const phases = Array.from({ length: 20 }, (_, at) => span("BUILDING", (at + 1) * 1000));
    const running = span("BUILDING", null);
    const { phases: durations } = figuresOf([mission({ phases: [span("DEPLOYED", 5), ...phases, running] })]);
    expect(durations).toEqual([{ phase: "BUILDING", spans: 20, median: 10_000, p95: 19_000 }]);
  });

  it("count what was repaired only of missions that have ended", () => {
    const { healing } = figuresOf([
      mission({ attempts: 2 }),
      mission({ attempts: 3, status: "FAILED" }),
      mission({ attempts: 2, status: "BUILDING" }),
      mission(),
    ]);
    expect(healing).toEqual({ failed: 2, healed: 1 });
  });

  it("sum the cost by day, newest first, and by project, dearest first", () => {
    const { days, projects, cost_usd } = figuresOf([
      mission({ cost_usd: 1, project: "a" }),
      mission({ cost_usd: 2, project: "b", created_at: "2026-11-22T00:00:00.000Z" }),
      mission({ cost_usd: 0.5, project: "a" }),
    ]);
    expect(days).toEqual([
      { name: "2026-11-22", missions: 1, cost_usd: 2 },
      { name: "2026-11-21", missions: 2, cost_usd: 1.5 },
    ]);
    expect(projects.map(({ name }) => name)).toEqual(["b", "a"]);
    expect(cost_usd).toBe(3.5);
  });

  it("account for every mission once, whatever a project is called", () => {
    const names = fc.constantFrom("__proto__", "constructor", "notes");
    fc.assert(
      fc.property(fc.array(names), (projects) => {
        const found = figuresOf(projects.map((project) => mission({ project })));
        const sum = (rows: readonly { missions: number }[]) =>
          rows.reduce((all, { missions }) => all + missions, 0);
        expect([found.standings, found.projects, found.days].map(sum)).toEqual([
          projects.length,
          projects.length,
          projects.length,
        ]);
      }),
    );
  });
});
