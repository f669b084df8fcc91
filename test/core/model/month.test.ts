import { describe, expect, it } from "@jest/globals";
import { createBudget } from "#core/model/budget.ts";
import { forecast, readMonth } from "#core/model/month.ts";
import { memoryWorld, OWNER, STRANGER } from "#test/support/memory-world.ts";

const limits = { monthly_usd: 10, unlisted: "count" } as const;

describe("the budget of the month", () => {
  it("is what was spent and what is reserved, of this tenant alone", async () => {
    const world = memoryWorld();
    const budget = createBudget(world);
    const payer = { tenant: OWNER.tenant, limits };
    await (await budget.reserve(payer, 2_000_000, 1000)).settle(1_500_000);
    await budget.reserve(payer, 3_000_000, 1000);
    const month = await readMonth(world, OWNER.tenant, limits);
    expect(month).toMatchObject({ spent_usd: 1.5, reserved_usd: 3, unknown_usd: 0, limit_usd: 10 });
    expect(month.month).toBe(new Date(world.clock.now()).toISOString().slice(0, 7));
    expect(await readMonth(world, STRANGER.tenant, { monthly_usd: null })).toMatchObject({
      spent_usd: 0,
      reserved_usd: 0,
      limit_usd: null,
      forecast_usd: 0,
    });
  });
});

describe("the forecast", () => {
  const at = (time: string) => Date.parse(time);

  it.each([
    ["half of the month", "2026-11-16T00:00:00Z", 100, 200],
    ["all of the month but a moment", "2026-11-30T23:59:59.999Z", 100, 100],
    ["the first minute, which counts as a day", "2026-11-01T00:01:00Z", 100, 3000],
    ["half of a February", "2027-02-15T00:00:00Z", 100, 200],
    ["nothing spent", "2026-11-16T00:00:00Z", 0, 0],
  ])("after %s", (_, time, spent, expected) => {
    expect(forecast({ spent }, at(time))).toBe(expected);
  });
});
