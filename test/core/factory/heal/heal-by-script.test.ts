import { describe, expect, it } from "@jest/globals";
import { healByScript } from "#test/support/heal-by-script.ts";
import { seededFaults } from "#test/support/seeded-faults.ts";

/** One fault of each stack whose output is recorded, so that nothing has to run. */
const RECORDED = [
  ...Map.groupBy(
    seededFaults().filter(({ output, rule }) => output !== undefined && rule !== "missing-test-file"),
    ({ app }) => app,
  ).values(),
].flatMap(([first]) => first ?? []);

describe("the cost of a repair by a model", () => {
  it.each(RECORDED.map((fault) => [fault.name, fault] as const))(
    "is that of the healer's own request, after which the app is good: %s",
    async (_, fault) => {
      const { files, tokens, micro_usd } = await healByScript(fault);
      expect(new Map(files.map(({ path, content }) => [path, content]))).toEqual(
        new Map(fault.good.map(({ path, content }) => [path, content])),
      );
      expect(tokens).toBeGreaterThan(1000);
      // Between the prices of input and output of the small model, in USD per million tokens.
      expect(micro_usd / tokens).toBeGreaterThan(1);
      expect(micro_usd / tokens).toBeLessThan(5.5);
    },
  );
});
