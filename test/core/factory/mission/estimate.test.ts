import { expect, it } from "@jest/globals";
import { estimateOf } from "#core/factory/mission/estimate.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { PLAN } from "#test/support/samples.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21) + seconds * 1000).toISOString();

/** A mission that worked for so many seconds, after it had waited for a minute. */
const past = (seconds: number, cost_micro_usd: number, others: object = {}) =>
  ({
    plan: PLAN,
    phase: "DEPLOYED",
    phases: [
      { phase: "QUEUED", attempt: 0, started_at: at(0), ended_at: at(60) },
      { phase: "BUILDING", attempt: 1, started_at: at(60), ended_at: at(60 + seconds) },
      { phase: "DEPLOYED", attempt: 1, started_at: at(60 + seconds), ended_at: null },
    ],
    usage: { calls: 1, input_tokens: 1, output_tokens: 1, cost_micro_usd },
    ...others,
  }) as unknown as Mission;

it("is made from missions of the same stack and kind that succeeded, without their waiting", () => {
  const missions = [
    ...Array.from({ length: 20 }, (_, index) => past(index + 1, (index + 1) * 1000)),
    past(900, 900_000, { plan: { ...PLAN, kind: "site" } }),
    past(900, 900_000, { plan: { ...PLAN, stack: "node-api" } }),
    past(900, 900_000, { plan: { ...PLAN, change: {} } }),
    past(900, 900_000, { phase: "FAILED" }),
  ];
  expect(estimateOf(PLAN, missions, false)).toMatchObject({
    missions: 20,
    ms: { p50: 10_000, p95: 19_000 },
    cost_usd: { p50: 0.01, p95: 0.019 },
  });
});

it("knows neither time nor cost without such missions, unless no model call costs anything", () => {
  expect(estimateOf(PLAN, [], false)).toMatchObject({ missions: 0, ms: null, cost_usd: null });
  expect(estimateOf(PLAN, [], true)).toMatchObject({ missions: 0, ms: null, cost_usd: { p50: 0, p95: 0 } });
});
