import { expect, test } from "@jest/globals";
import { acceptanceSchema, MAX_ACCEPTANCES } from "#core/factory/acceptance.ts";
import { acceptancesOf } from "#core/factory/generate/acceptance/promises.ts";
import type { View } from "#core/factory/specification/view.ts";
import { HOUSEHOLD } from "./household.ts";
import { PLANTS } from "./samples.ts";

const stepsOf = (specification: typeof HOUSEHOLD, part: string) =>
  acceptancesOf(specification).find(({ name }) => name.includes(part))?.steps;

/** The household with a filter on its first view, and a list of all chores. */
const filtered = (filter: NonNullable<View["filter"]>) => {
  const [first, ...others] = HOUSEHOLD.views;
  if (!first) throw new TypeError("no view");
  return { ...HOUSEHOLD, views: [{ ...first, name: "Some", filter }, first, ...others] };
};

test("an app has an acceptance for as many of its features as a plan can have", () => {
  const found = acceptancesOf(HOUSEHOLD);
  expect(found).toHaveLength(MAX_ACCEPTANCES);
  for (const each of found) expect(acceptanceSchema.safeParse(each).error).toBeUndefined();
});

test("a view with a filter has to show a record that passes and not one that does not", () => {
  const steps = stepsOf(
    filtered([{ field: "status", is: "not_equal", value: "done" }]),
    "“Some” shows only the entries",
  );
  expect(steps?.slice(-2)).toEqual([
    { do: "see", text: expect.any(String) },
    { do: "not_see", text: expect.any(String) },
  ]);
  const entered = steps?.filter((step) => step.do === "check" || step.do === "select");
  expect(new Set(entered?.map((step) => JSON.stringify(step))).size).toBe(2);
});

test("a computed date is decided by the date from which it is counted", () => {
  const steps = stepsOf(PLANTS, "shows only the entries") ?? [];
  const days = steps.flatMap((step) =>
    step.do === "fill" && /^\d{4}-/.test(step.value) ? [step.value] : [],
  );
  expect(days).toEqual(["2020-01-15", "2099-01-15"]);
});

test("a filter whose values steps cannot enter is not promised", () => {
  const promised = (filter: NonNullable<View["filter"]>) => stepsOf(filtered(filter), "“Some” shows only");
  expect(promised([{ field: "due", is: "equal", than: { today: true } }])).toBeUndefined();
  expect(promised([{ field: "due", is: "not_empty" }])).toBeUndefined();
  const twice = { field: "status", is: "not_equal", value: "done" } as const;
  expect(promised([twice, { ...twice, value: "todo" }])).toBeUndefined();
});
