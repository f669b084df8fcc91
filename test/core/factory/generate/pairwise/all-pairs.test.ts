import { expect, test } from "@jest/globals";
import { fc } from "#test/support/property.ts";
import { allPairs, type Case, type Factor, pairsOf } from "./all-pairs.ts";

const factors = fc
  .array(fc.record({ values: fc.integer({ min: 1, max: 7 }), take: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((sizes): Factor[] =>
    sizes.map(({ values, take }, index) => ({
      name: `f${index}`,
      values: Array.from({ length: values }, (_, n) => `v${n}`),
      take,
    })),
  );

const has = (each: Case, { factor, value }: { factor: Factor; value: string }) =>
  each.get(factor.name)?.includes(value) ?? false;

test("every two values that can be together are together in a case", () => {
  fc.assert(
    fc.property(factors, (given) => {
      const cases = allPairs(given);
      for (const [one, other] of pairsOf(given))
        expect(cases.some((each) => has(each, one) && has(each, other))).toBe(true);
    }),
  );
});

test("a case has as many different values of each factor as it takes, or all", () => {
  fc.assert(
    fc.property(factors, (given) => {
      for (const each of allPairs(given))
        for (const { name, values, take } of given) {
          expect(each.get(name)).toHaveLength(Math.min(take, values.length));
          expect(new Set(each.get(name)).size).toBe(Math.min(take, values.length));
        }
    }),
  );
});

test("a case is added only for two values that no earlier case has together", () => {
  fc.assert(
    fc.property(factors, (given) => {
      const cases = allPairs(given);
      const pairs = pairsOf(given);
      for (const [at, each] of cases.entries())
        expect(
          pairs.some(
            ([one, other]) =>
              has(each, one) &&
              has(each, other) &&
              !cases.slice(0, at).some((earlier) => has(earlier, one) && has(earlier, other)),
          ),
        ).toBe(true);
    }),
  );
});
