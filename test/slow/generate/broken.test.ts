import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { Acceptance } from "#core/factory/acceptance.ts";
import { specificationSchema } from "#core/factory/specification/specification.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { serve } from "./serve.ts";

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
      // Not the name of a bill's field: a see step for the saved bill would find the chosen payer before it is saved.
      fields: [{ id: "name", name: "Called", type: "text", required: true }],
    },
  ],
  views: [
    { id: "all", name: "All", entity: "bill", kind: "list", fields: ["name"] },
    { id: "people", name: "People", entity: "person", kind: "list", fields: ["name"] },
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
    { kind: "sort", entity: "bill", fields: ["copies"] },
    { kind: "due", entity: "bill", field: "received" },
    { kind: "reminder", entity: "bill", field: "received", days_before: 0 },
    { kind: "budget", entity: "bill", field: "cost", date: "paid" },
    { kind: "column_limit", entity: "bill", field: "status", options: ["done", "asked"], max: 2 },
  ],
});

/** A part of the name of a promise, and a change of the app's code that breaks it: file, text and what replaces it. */
const BREAKS: readonly [promise: string, path: string, code: string, broken: string][] = [
  ["by Payer", "behaviours/filter.js", "`=${text(each)}` === wanted", "true"],
  ["by Paid on", "behaviours/filter.js", "dayRange(dayOf(value), currentDay()) === wanted", "true"],
  ["by Copies", "behaviours/filter.js", 'wanted === "-" ? isEmpty(value)', 'wanted === "-" ? true'],
  ["another order", "behaviours/sort.js", 'direction === "down"', "false"],
  ["past its Received", "behaviours/due.js", "late === 0", "false"],
  ["due soon", "behaviours/reminder.js", "days.get(record) <= daysBefore", "days.get(record) < daysBefore"],
  ["monthly budget", "behaviours/budget.js", "?.startsWith(month)", "?.startsWith(month + 1)"],
  ["“Columns” shows the limit", "behaviours/column-limit.js", "? max : null", "? null : null"],
  ["“large” shows only", "conditions.js", "order >= 0", "true"],
  ["“today” shows only", "conditions.js", "(one ?? null) === (other ?? null)", "true"],
];

const { files, acceptance } = generate(BILLS);

describe("a promise of a generated app", () => {
  let app: Awaited<ReturnType<typeof serve>>;
  let home: Visit;

  beforeAll(async () => {
    app = await serve(files);
    home = await visit(app.origin);
  });
  afterAll(async () => {
    await home?.close();
    app?.close();
  });

  /** Whether the promise is kept by an app of these files, in a new profile. */
  async function isKept({ steps }: Acceptance, by: readonly SourceFile[], seconds: number): Promise<boolean> {
    app.replace(by);
    const context = await home.page.context().browser()?.newContext({ serviceWorkers: "block" });
    if (!context) throw new TypeError("no browser");
    try {
      const page = await context.newPage();
      for (const step of steps) await performStep(page, app.origin, step, within(seconds));
      return true;
    } catch {
      return false;
    } finally {
      await context.close();
    }
  }

  it.each(BREAKS)("is kept by the app, and not without the feature: %s", async (part, path, code, broken) => {
    const promise = acceptance.find(({ name }) => name.includes(part));
    expect(promise?.name).toContain(part);
    if (!promise) return;
    expect(await isKept(promise, files, 20)).toBe(true);
    const changed = files.map((file) =>
      file.path === `public/lib/${path}`
        ? { ...file, content: file.content.replace(code, () => broken) }
        : file,
    );
    expect(changed).not.toEqual(files);
    expect(await isKept(promise, changed, 3)).toBe(false);
  });
});
