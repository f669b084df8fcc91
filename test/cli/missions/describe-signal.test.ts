import { describe, expect, it } from "@jest/globals";
import { describeSignal } from "#cli/missions/describe-signal.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

describe("the line that describes a signal", () => {
  it.each(["gantry.some.later.type", "constructor", "toString"])(
    "is empty for the type %s, which this version does not know",
    (type) => {
      expect(describeSignal({ type, data: {} } as Signal)).toBe("");
    },
  );

  const call = {
    role: "architect",
    model: "m",
    input_tokens: 12,
    output_tokens: 3,
    ms: 1500,
    price_table: "2026-11-21",
  };
  it.each([
    [{ cost_micro_usd: 12_345 }, "architect, m: 12 tokens in, 3 out, 1.5 s, $0.0123 (prices of 2026-11-21)"],
    [
      { cost_micro_usd: 0, unpriced: true },
      "architect, m: 12 tokens in, 3 out, 1.5 s, no listed price (2026-11-21)",
    ],
    [
      { cost_micro_usd: 1, estimated: true },
      "architect, m: about 12 tokens in, 3 out, 1.5 s, $0.0000 (prices of 2026-11-21)",
    ],
  ])("of a model call states what it cost, by which prices: %j", (data, line) => {
    expect(
      describeSignal({ type: "gantry.model.called", data: { ...call, ...data } } as unknown as Signal),
    ).toBe(line);
  });
});
