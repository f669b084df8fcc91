import { expect, test } from "@jest/globals";
import { acceptanceSchema, MAX_ACCEPTANCES } from "#core/factory/acceptance.ts";
import { doesFirst } from "#core/factory/draft/does-first.ts";
import { tells } from "#core/factory/draft/step-parts.ts";
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

const planned = (request: string) => {
  const specification = consult({ messages: [request] }).proposal?.specification;
  if (specification?.kind !== "app") throw new TypeError("no app");
  return specification;
};

/** The apps of the labelled requests. */
const REQUESTED = REQUESTS.flatMap(({ say }) => {
  const { proposal } = consult({ messages: [...say] });
  return proposal?.specification?.kind === "app" ? [proposal.specification] : [];
});

test("every feature of an app has steps of its own", () => {
  expect(REQUESTED.length).toBeGreaterThan(400);
  for (const specification of [HOUSEHOLD, ...PAIRWISE, ...REQUESTED]) {
    expect([specification.name, ...unshownParts(specification)]).toEqual([specification.name]);
    const found = acceptancesOf(specification);
    expect(acceptancesOf(specification).length).toBeLessThanOrEqual(MAX_ACCEPTANCES);
    expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
    for (const each of found) expect(acceptanceSchema.safeParse(each).error).toBeUndefined();
  }
});

test("every promise does something, and what it then looks for is no name that the app shows in any case", () => {
  for (const specification of REQUESTED) {
    const { name, entities, views } = specification;
    const parts = [...entities, ...entities.flatMap(({ fields }) => fields), ...views].map(
      (part) => part.name,
    );
    const names = [name, ...parts, ...entities.map(({ plural }) => plural)].map((each) => each.toLowerCase());
    const weak = acceptancesOf(specification).filter(({ steps }) => {
      const last = steps.findLast(tells);
      const anywhere = last?.do === "see" && last.target === undefined ? last.text.toLowerCase() : null;
      return !doesFirst(steps) || (anywhere !== null && names.some((each) => each.includes(anywhere)));
    });
    expect([name, ...weak.map((each) => each.name)]).toEqual([name]);
  }
});

const CHART: View = {
  id: "drawn",
  name: "Drawn",
  entity: "chore",
  kind: "chart",
  shape: "bar",
  group: "status",
};
const STATS = { id: "numbers", name: "Numbers", entity: "chore", kind: "stats" } as const;
const withViews = (...views: View[]) => ({ ...HOUSEHOLD, views: [...views, ...HOUSEHOLD.views] });
const withBehaviours = (...behaviours: Behaviour[]) => ({ ...HOUSEHOLD, behaviours });

test.each<[string, Specification, string, string, string]>([
  ["a chart shows its number", withViews(CHART), "“Drawn” draws", ".numbers tbody td", "1"],
  [
    "a chart of amounts",
    withViews({ ...CHART, measure: "cost" }),
    "“Drawn” draws",
    ".numbers tbody td",
    "2.50",
  ],
  [
    "a tile of what passes a filter",
    withViews({
      ...STATS,
      tiles: [{ name: "Done", op: "count", filter: [{ field: "status", is: "equal", value: "done" }] }],
    }),
    "“Numbers” ",
    ".tile:nth-child(1) dd",
    "1",
  ],
  [
    "a tile of amounts",
    withViews({ ...STATS, tiles: [{ name: "Most", op: "maximum", field: "cost" }] }),
    "“Numbers” ",
    ".tile:nth-child(1) dd",
    "2.50",
  ],
  [
    "totals",
    withBehaviours({ kind: "totals", entity: "chore", fields: ["cost"] }),
    "Totals",
    ".totals",
    "2.50",
  ],
  [
    "totals of an amount that is calculated",
    planned("portfolio tracker for stocks, buy price and current price"),
    "Totals",
    ".totals",
    "6.25",
  ],
  [
    "an order of options",
    withBehaviours({ kind: "sort", entity: "chore", fields: ["status"] }),
    "another order",
    "[data-record]:first-child",
    "Name Birch",
  ],
  [
    "an import of records that are numbered",
    planned("invoice tracker with due dates"),
    "A CSV",
    "[data-record]",
    "1",
  ],
])(
  "%s: its promise enters what makes the effect known, and sees it in its place",
  (_, specification, part, css, text) => {
    expect(stepsOf(specification, part)?.at(-1)).toEqual({ do: "see", text, target: { css } });
  },
);

test("a view or behaviour of which only names could be seen has no promise of an effect", () => {
  const promised = (specification: Specification, part: string) =>
    acceptancesOf(specification).find(({ name }) => name.startsWith(part))?.name;
  expect(
    promised(withViews({ ...CHART, entity: "room", group: "cleaned", measure: "chores" }), "“Drawn”"),
  ).toBe("“Drawn” is a page of its own");
  expect(unshownParts(withBehaviours({ kind: "sort", entity: "chore", fields: ["room"] }))).toEqual([
    expect.stringMatching(/^behaviours\.0: no steps/),
  ]);
});

test("the page of a record shows each value beside the name of its field", () => {
  const places = stepsOf(planned("mood journal with tags"), "The page of")?.flatMap((step) =>
    step.do === "see" && step.target && "css" in step.target ? [step.target.css] : [],
  );
  expect(places?.slice(-2)).toEqual(['[data-field="notes"] dd', '[data-field="tags"] dd']);
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
  expect(steps[saved + 1]).toMatchObject({ do: "see", text: "Alpha beta gamma" });
});

test.each(PAIRWISE)(
  "$name: no promise leaves a page before the effect of its last step is seen",
  (specification) => {
    const acts = new Set(["click", "press", "fill", "select", "check", "upload"]);
    const left = acceptancesOf(specification).flatMap(({ name, steps }) =>
      steps.flatMap((step, n) => {
        const before = steps[n - 1];
        const leaves = step.do === "open" || step.do === "reload";
        return leaves && before && acts.has(before.do) ? [{ name, before, step }] : [];
      }),
    );
    expect(left).toEqual([]);
  },
);

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

test("records that are named by their day are promised to stand on it in the calendar", () => {
  const steps = stepsOf(planned("sleep log"), "Calendar");
  expect(steps?.at(-1)).toEqual({ do: "see", text: "Jan 10, 2026", target: { css: "#day-2026-01-10" } });
});
