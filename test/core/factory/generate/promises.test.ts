import { expect, test } from "@jest/globals";
import { acceptanceSchema, MAX_ACCEPTANCES } from "#core/factory/acceptance.ts";
import { acceptancesOf, unshownParts } from "#core/factory/generate/acceptance/promises.ts";
import { behaviourModule } from "#core/factory/generate/behaviours/behaviours.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { REQUESTS } from "#test/local/brain/request-check.ts";
import { HOUSEHOLD } from "./household.ts";
import { PAIRWISE } from "./pairwise/specifications.ts";
import { PLANTS } from "./samples.ts";

const stepsOf = (specification: typeof HOUSEHOLD, part: string) =>
  acceptancesOf(specification).find(({ name }) => name.includes(part))?.steps;

/** The household with a filter on its first view, and a list of all chores. */
const filtered = (filter: NonNullable<View["filter"]>) => {
  const [first, ...others] = HOUSEHOLD.views;
  if (!first) throw new TypeError("no view");
  return { ...HOUSEHOLD, views: [{ ...first, name: "Some", filter }, first, ...others] };
};

test("every feature of an app has steps of its own", () => {
  const requested = REQUESTS.flatMap(({ say }) => {
    const { proposal } = consult({ messages: [...say] });
    return proposal?.specification?.kind === "app" ? [proposal.specification] : [];
  });
  expect(requested.length).toBeGreaterThan(400);
  for (const specification of [HOUSEHOLD, ...PAIRWISE, ...requested]) {
    expect([specification.name, ...unshownParts(specification)]).toEqual([specification.name]);
    const found = acceptancesOf(specification);
    expect(acceptancesOf(specification).length).toBeLessThanOrEqual(MAX_ACCEPTANCES);
    expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
    for (const each of found) expect(acceptanceSchema.safeParse(each).error).toBeUndefined();
  }
});

test("features come before further promises of the records where there are too many", () => {
  const names = acceptancesOf(HOUSEHOLD).map(({ name }) => name);
  expect(names).toHaveLength(MAX_ACCEPTANCES);
  for (const behaviour of HOUSEHOLD.behaviours)
    expect(names).toContain(behaviourModule(behaviour).promise(behaviour, HOUSEHOLD));
});

test("a part that no steps can show is named, with what would help", () => {
  const parts = (behaviours: Specification["behaviours"]) =>
    unshownParts({ ...HOUSEHOLD, views: HOUSEHOLD.views.filter(({ kind }) => kind !== "board"), behaviours });
  const limit: Behaviour = {
    kind: "column_limit",
    entity: "chore",
    field: "status",
    options: ["doing"],
    max: 1,
  };
  expect(parts([{ kind: "sample_data" }, limit])).toEqual([
    expect.stringMatching(/^behaviours\.1: no steps/),
  ]);
  const noRooms = HOUSEHOLD.views.filter(({ entity }) => entity !== "room");
  expect(
    unshownParts({ ...HOUSEHOLD, views: noRooms, behaviours: [{ kind: "archive", entity: "room" }] }),
  ).toEqual([
    expect.stringMatching(/^entities\.room: /),
    expect.stringMatching(/shows all records of 'room'/),
  ]);
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

test("a filter that all records pass, or none, is promised as far as steps can show it", () => {
  const promised = (filter: NonNullable<View["filter"]>) =>
    acceptancesOf(filtered(filter)).find(({ name }) => name.startsWith("“Some”"))?.name;
  expect(promised([{ field: "due", is: "equal", than: { today: true } }])).toMatch(/shows only/);
  expect(promised([{ field: "name", is: "not_empty" }])).toMatch(/shows an entry/);
  const twice = { field: "status", is: "not_equal", value: "done" } as const;
  expect(promised([twice, { ...twice, value: "todo" }])).toMatch(/shows only/);
  expect(promised([{ field: "name", is: "empty" }])).toMatch(/is a page of its own/);
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
