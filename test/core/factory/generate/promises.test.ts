import { expect, test } from "@jest/globals";
import { acceptanceSchema, MAX_ACCEPTANCES } from "#core/factory/acceptance.ts";
import { acceptancesOf } from "#core/factory/generate/acceptance/promises.ts";
import { behaviourModule } from "#core/factory/generate/behaviours/behaviours.ts";
import type { View } from "#core/factory/specification/view.ts";
import { consult } from "#local/brain/roles/consultant.ts";
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

test("a view with a filter has to show a record that passes and to count no other", () => {
  const steps = stepsOf(
    filtered([{ field: "status", is: "not_equal", value: "done" }]),
    "“Some” shows only the entries",
  );
  expect(steps?.slice(-2)).toEqual([
    { do: "see", text: expect.any(String) },
    { do: "see", text: "1 entry", target: { css: ".count" } },
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

test("a calendar of a computed date shows a record on the day that is computed", () => {
  const steps = stepsOf(planned("a plant watering tracker with a calendar"), "on its day") ?? [];
  const [chosen, shown] = steps.slice(-2);
  expect(chosen).toEqual({ do: "fill", target: { css: "#calendar-day" }, value: expect.any(String) });
  const day = chosen?.do === "fill" ? chosen.value : "";
  expect(shown).toMatchObject({ do: "see", target: { css: `#day-${day}` } });
  expect(Date.parse(day)).toBeGreaterThan(Date.parse("2020-01-15"));
});

test("a filter whose values steps cannot enter is not promised", () => {
  const promised = (filter: NonNullable<View["filter"]>) => stepsOf(filtered(filter), "“Some” shows only");
  expect(promised([{ field: "due", is: "equal", than: { today: true } }])).toBeUndefined();
  expect(promised([{ field: "name", is: "not_empty" }])).toBeUndefined();
  const twice = { field: "status", is: "not_equal", value: "done" } as const;
  expect(promised([twice, { ...twice, value: "todo" }])).toBeUndefined();
});

test("a record whose name a promise enters is awaited by that name", () => {
  const entity = HOUSEHOLD.entities.find(({ id }) => id === "chore");
  if (!entity) throw new TypeError("no chores");
  const behaviours = [{ kind: "word_count", entity: entity.id, field: entity.display } as const];
  const steps = stepsOf({ ...HOUSEHOLD, behaviours }, "The words of") ?? [];
  const saved = steps.findIndex((step) => step.do === "click" && JSON.stringify(step).includes("submit"));
  expect(steps[saved + 1]).toEqual({ do: "see", text: "Alpha beta gamma" });
});

const planned = (request: string) => {
  const specification = consult({ messages: [request] }).proposal?.specification;
  if (specification?.kind !== "app") throw new TypeError("no app");
  return specification;
};

test.each([
  ["podcast list", "filter", "a yes or no"],
  ["medication tracker with dose and times", "filter", "several options"],
  ["meeting notes with date and location", "filter", "tags"],
  ["plant watering tracker with photos", "due", "a computed date"],
  ["maintenance log for my car", "recurrence", "days that are entered"],
  ["customers and their orders", "search", "records that are named by what they refer to"],
])("%j has a step for its %s, by %s", (request, kind) => {
  const specification = planned(request);
  const names = new Set(acceptancesOf(specification).map(({ name }) => name));
  const found = specification.behaviours.filter((each) => each.kind === kind);
  expect(found).not.toHaveLength(0);
  for (const behaviour of found)
    expect(names).toContain(behaviourModule(behaviour).promise(behaviour, specification));
});
