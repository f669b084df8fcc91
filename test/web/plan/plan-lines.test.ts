import { expect, it } from "@jest/globals";
import { planHash } from "#core/factory/plan/plan.ts";
import { PLANTS_PLAN } from "#test/cli/missions/plants-plan.ts";
import { changesBetween, linesOf } from "#web/plan/plan-lines.ts";
import { EN } from "#web/words/en/catalogue.ts";

const linesFor = (plan: typeof PLANTS_PLAN) => linesOf(EN, { ...plan, hash: planHash(plan) } as never);

it("finds what is gone from a plan and what is new, in features, promises, records and what happens to the app", () => {
  const [first, ...features] = PLANTS_PLAN.features as [(typeof PLANTS_PLAN.features)[0]];
  const changed = {
    ...PLANTS_PLAN,
    features: [{ ...first, included: false }, ...features],
    acceptance: ["A promise"],
    deploy: false,
  };
  const { added, removed } = changesBetween(linesFor(PLANTS_PLAN), linesFor(changed));
  expect(added).toEqual([`${first.title} (left out)`, "A promise", EN.plan.lives.off]);
  expect(removed).toEqual([first.title, ...PLANTS_PLAN.acceptance, EN.plan.lives.on]);
});

it("finds nothing between a plan and itself", () => {
  const lines = linesFor(PLANTS_PLAN);
  expect(changesBetween(lines, lines)).toEqual({ added: [], removed: [] });
});
