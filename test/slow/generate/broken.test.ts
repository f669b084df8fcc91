import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { specificationSchema } from "#core/factory/specification/specification.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { broken, type Judge, startJudge } from "./judge.ts";

const reference = { entity: "person", many: false, owned: false, on_delete: "restrict" } as const;

/** Bills, with features whose effect depends on references, days and numbers that people enter. */
const BILLS = specificationSchema.parse({
  version: 1,
  kind: "app",
  name: "Bills",
  locale: "en",
  currency: "EUR",
  look: { accent: null, background: null, density: "comfortable", scheme: "light" },
  entities: [
    {
      id: "bill",
      name: "Bill",
      plural: "Bills",
      display: "name",
      fields: [
        { id: "name", name: "Name", type: "text", required: true },
        { id: "payer", name: "Payer", type: "reference", required: true, reference },
        { id: "cost", name: "Cost", type: "money" },
        { id: "copies", name: "Copies", type: "integer" },
        {
          ...{ id: "all_copies", name: "Cost of all", type: "computed" },
          formula: { op: "multiply", left: { field: "cost" }, right: { field: "copies" } },
        },
        { id: "paid", name: "Paid on", type: "date" },
        {
          id: "status",
          name: "Status",
          type: "choice",
          options: [
            { id: "open", name: "Open" },
            { id: "asked", name: "Asked" },
            { id: "done", name: "Done", done: true },
          ],
        },
        { id: "received", name: "Received", type: "created_at" },
      ],
    },
    {
      id: "person",
      name: "Person",
      plural: "People",
      display: "name",
      fields: [{ id: "name", name: "Name", type: "text", required: true }],
    },
  ],
  views: [
    { id: "all", name: "All", entity: "bill", kind: "list", fields: ["name"] },
    { id: "people", name: "People", entity: "person", kind: "list", fields: ["name"] },
    {
      id: "months",
      name: "Months",
      entity: "bill",
      kind: "chart",
      shape: "bar",
      group: "paid",
      measure: "cost",
    },
    {
      ...{ id: "numbers", name: "Numbers", entity: "bill", kind: "stats" },
      tiles: [{ name: "Most", op: "maximum", field: "cost" }],
    },
    { id: "page", name: "Bill", entity: "bill", kind: "detail", fields: ["name", "cost", "copies"] },
    ...[
      ["large", { field: "cost", is: "at_least", value: 100_000 }],
      ["today", { field: "paid", is: "equal", than: { today: true } }],
    ].map(([id, comparison]) => ({
      ...{ id, name: id, entity: "bill", kind: "list", fields: ["name"] },
      filter: [comparison],
    })),
    {
      ...{ id: "columns", name: "Columns", entity: "bill", kind: "board", fields: ["name"], group: "status" },
      filter: [{ field: "status", is: "not_equal", value: "done" }],
    },
  ],
  behaviours: [
    { kind: "filter", entity: "bill", fields: ["payer"] },
    { kind: "filter", entity: "bill", fields: ["paid"] },
    { kind: "filter", entity: "bill", fields: ["copies"] },
    { kind: "sort", entity: "bill", fields: ["status"] },
    { kind: "totals", entity: "bill", fields: ["all_copies"] },
    { kind: "due", entity: "bill", field: "received" },
    { kind: "reminder", entity: "bill", field: "received", days_before: 0 },
    { kind: "budget", entity: "bill", field: "cost", date: "paid" },
    { kind: "column_limit", entity: "bill", field: "status", options: ["done", "asked"], max: 2 },
  ],
});

/** A part of the name of a promise, and a change of the app's code that breaks it: file, text and what replaces it. */
const BREAKS: readonly [promise: string, path: string, code: string, wrong: string][] = [
  ["by Payer", "behaviours/filter.js", "`=${text(each)}` === wanted", "true"],
  ["by Paid on", "behaviours/filter.js", "dayRange(dayOf(value), currentDay()) === wanted", "true"],
  ["by Copies", "behaviours/filter.js", 'wanted === "-" ? isEmpty(value)', 'wanted === "-" ? true'],
  ["another order", "behaviours/sort.js", 'direction === "down"', "false"],
  ["past its Received", "behaviours/due.js", "late === 0", "false"],
  ["due soon", "behaviours/reminder.js", "days.get(record) <= daysBefore", "days.get(record) < daysBefore"],
  ["monthly budget", "behaviours/budget.js", "?.startsWith(month)", "?.startsWith(month + 1)"],
  ["“Columns” shows the limit", "behaviours/column-limit.js", "? max : null", "? null : null"],
  ["“large” shows only", "conditions.js", "order >= 0", "true"],
  ["another order", "options.js", "place(a) - place(b) ||", ""],
  ["“Months” draws", "views/chart.js", "groups: known", "groups: []"],
  ["“Numbers” ", "views/stats.js", "aggregate(op,", 'aggregate("count",'],
  ["The page of “Bill”", "record-page.js", "isEmpty(record[field.id]) &&", "true &&"],
  ["“Bill” can be changed", "saving.js", "const kept = await", "const kept = record !== null || await"],
  ["Totals of “Bills”", "behaviours/totals.js", "record[field.id]", "record.cost"],
  ["“today” shows only", "conditions.js", "(one ?? null) === (other ?? null)", "true"],
];

const { files, acceptance } = generate(BILLS);

describe("a promise of a generated app", () => {
  let judge: Judge;

  beforeAll(async () => {
    judge = await startJudge(files);
  });
  afterAll(() => judge?.close());

  it.each(BREAKS)("is kept by the app, and not without the feature: %s", async (part, path, code, wrong) => {
    const promise = acceptance.find(({ name }) => name.includes(part));
    expect(promise?.name).toContain(part);
    if (!promise) return;
    expect(await judge.keeps(promise, files, 20)).toBe(true);
    const changed = broken(files, `public/lib/${path}`, code, wrong);
    expect(await judge.keeps(promise, changed, 3)).toBe(false);
  });

  it("is kept by an app that is slow to save a record whose form shows another one of the same name", async () => {
    const promise = acceptance.find(({ name }) => name.startsWith("“Bill” can be added"));
    const entered = promise?.steps.flatMap((step) =>
      step.do === "fill" || step.do === "select" ? [step.value] : [],
    );
    expect(entered?.filter((value) => value === "Name Alder")).toHaveLength(3);
    if (!promise) return;
    const pause = "await new Promise((resolve) => setTimeout(resolve, 1500));";
    const slow = files.map((file) =>
      file.path === "public/lib/saving.js"
        ? { ...file, content: file.content.replace("const kept = await", `${pause}\n  const kept = await`) }
        : file,
    );
    expect(slow).not.toEqual(files);
    expect(await judge.keeps(promise, slow, 20)).toBe(true);
    const hasty = promise.steps.map((step) =>
      step.do === "see" && JSON.stringify(step.target).includes("dialog")
        ? { do: step.do, text: step.text }
        : step,
    );
    expect(await judge.keeps({ ...promise, steps: hasty }, slow, 3)).toBe(false);
  });
});
