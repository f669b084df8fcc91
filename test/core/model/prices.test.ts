import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { critic } from "#core/factory/prompts/critic.ts";
import { ask } from "#core/model/ask.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { chargedMicroUsd, costMicroUsd, highestChargeMicroUsd, isPriced } from "#core/model/prices.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { ANSWERS } from "#test/support/samples.ts";

/** The families of the capability table, by its rows. */
const FAMILIES = [
  ...readFileSync("core/model/capabilities.ts", "utf8").matchAll(/^ {2}\["([^"]+)", (?:claude\(|\{)/gm),
].map(([, family]) => family as string);
const UNLISTED = "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc";
const KINDS = ["input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens"] as const;
const NONE = { input_tokens: 0, output_tokens: 0, cache_read_tokens: 0, cache_write_tokens: 0 };

describe("the price table", () => {
  it("is compared with all families", () => {
    expect(FAMILIES).toContain("claude-fable-5");
    expect(FAMILIES.length).toBeGreaterThan(10);
  });

  it.each([...FAMILIES, ...Object.values(DEFAULT_MODELS)])("has a price for %s", (family) => {
    expect(isPriced(family)).toBe(true);
  });

  it.each(KINDS)("charges a model that it does not list for %s at least as any that it does", (kind) => {
    const usage = { ...NONE, [kind]: 1e6 };
    expect(costMicroUsd(UNLISTED, usage)).toBe(0);
    for (const family of FAMILIES)
      expect(chargedMicroUsd(UNLISTED, usage)).toBeGreaterThanOrEqual(chargedMicroUsd(`us.${family}`, usage));
  });

  it("charges a listed model what it costs, and a free one nothing", () => {
    const usage = { ...NONE, input_tokens: 1e6, output_tokens: 1e6 };
    expect(chargedMicroUsd(DEFAULT_MODELS.large, usage)).toBe(costMicroUsd(DEFAULT_MODELS.large, usage));
    expect(highestChargeMicroUsd("gantry.offline-brain", 1e6, 1e6)).toBe(0);
  });
});

describe("a model without a listed price", () => {
  const asking = (monthly_usd: number) => {
    const world = memoryWorld({ models: { critic: () => ANSWERS.critic } });
    const payer = { tenant: "tn_1", limits: { monthly_usd, unlisted: "count" as const } };
    const asked = () => ask(world, critic, {} as never, { model: UNLISTED, payer, timeout_ms: 60_000 });
    return { world, asked };
  };

  it("is not called when the dearest one could exceed the limit", async () => {
    const { world, asked } = asking(0.0001);
    await expect(asked()).rejects.toMatchObject({ code: "PolicyDenied" });
    expect(world.converser.requests).toEqual([]);
  });

  it("uses up the limit, with a signal that says that its cost is not known", async () => {
    const { world, asked } = asking(0.3);
    expect((await asked()).call).toMatchObject({ unpriced: true, cost_micro_usd: 0 });
    const failed = Array.from({ length: 300 }).reduce<Promise<unknown>>(
      (before) => before.then(asked),
      Promise.resolve(),
    );
    await expect(failed).rejects.toMatchObject({ code: "PolicyDenied" });
    expect(world.converser.requests.length).toBeGreaterThan(1);
  });
});
