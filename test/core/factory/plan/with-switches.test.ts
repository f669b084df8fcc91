import { describe, expect, it } from "@jest/globals";
import { offeredBy } from "#core/factory/plan/with-promises.ts";
import { withSwitches } from "#core/factory/plan/with-switches.ts";
import { type Planned, plannedFaults } from "#core/factory/specification/planned.ts";
import { HOUSEHOLD } from "#test/core/factory/generate/household.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { fc, runs } from "#test/support/property.ts";

const planned = (specification: Planned, ledger: readonly object[] = []) => ({
  title: specification.name,
  specification,
  ...offeredBy(specification),
  ledger: [...ledger] as never[],
});

/** Some decisions about the features of a plan. */
const choicesOn = (plan: ReturnType<typeof planned>) =>
  fc
    .uniqueArray(fc.constantFrom(...plan.features.map(({ id }) => id)))
    .map((ids) => ids.map((id) => ({ id, included: false, since: 1 })));

for (const specification of [PLANTS, HOUSEHOLD]) {
  describe(`a plan of ${specification.name}`, () => {
    const plan = planned(specification);

    it("contains nothing of what is switched off, and is still one that can be built", () => {
      fc.assert(
        fc.property(choicesOn(plan), (choices) => {
          const switched = withSwitches(plan, choices);
          expect(plannedFaults(switched.specification)).toEqual([]);
          const titles = offeredBy(switched.specification).features.map(({ title }) => title);
          for (const { id, title, included, switched_off } of switched.features as any[]) {
            expect(titles.includes(title)).toBe(included);
            if (switched_off)
              expect([included, choices.some((each) => each.id === id)]).toEqual([false, true]);
          }
          expect(switched.acceptance).toEqual(offeredBy(switched.specification).acceptance);
        }),
        { numRuns: runs(30) },
      );
    });
  });
}
