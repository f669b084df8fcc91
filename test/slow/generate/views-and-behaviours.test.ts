import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { formSteps, pathOfView } from "#core/factory/generate/acceptance/forms.ts";
import { behaviourModule } from "#core/factory/generate/behaviours/behaviours.ts";
import { viewModule } from "#core/factory/generate/views/views.ts";
import type { Entity } from "#core/factory/specification/specification.ts";
import { HOUSEHOLD } from "#test/core/factory/generate/household.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { barriersOf } from "#test/e2e/support/barriers.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { serve } from "./serve.ts";

const entityOf = (id: string) => HOUSEHOLD.entities.find((entity) => entity.id === id) as Entity;
const form = (id = "chore") => formSteps(entityOf(id), HOUSEHOLD);

const VIEWS = HOUSEHOLD.views.map((view) => {
  const place = {
    specification: HOUSEHOLD,
    entity: entityOf(view.entity),
    path: pathOfView(view),
    form: form(view.entity),
  };
  return [view.id, viewModule(view).steps(view, place)] as const;
});
const BEHAVIOURS = HOUSEHOLD.behaviours.map(
  (behaviour) =>
    [
      behaviour.kind,
      behaviourModule(behaviour).steps(behaviour, { specification: HOUSEHOLD, form }),
    ] as const,
);

/** Every view and behaviour in a real browser. */
describe("an app with every view and behaviour", () => {
  let app: Awaited<ReturnType<typeof serve>>;
  let home: Visit;
  const perform = async (steps: readonly AcceptanceStep[]) => {
    for (const step of steps) await performStep(home.page, app.origin, step, within(20));
  };

  beforeAll(async () => {
    app = await serve(generate(HOUSEHOLD).files);
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    home = await visit(app.origin);
  });
  afterEach(() => home?.close());

  it.each(VIEWS)("the view %s keeps its promise", async (_id, steps) => {
    await perform(steps);
  });

  it.each(BEHAVIOURS)("the behaviour %s keeps its promise", async (_kind, steps) => {
    await perform(steps);
  });

  it("moves a card that is dragged to another column, and refuses a move that is not permitted", async () => {
    await perform([...form().start(), ...form().create(0), { do: "open", path: "/#/board" }]);
    const card = home.page.locator("[data-record]");
    await card.dragTo(home.page.locator('[data-column="done"]'));
    await perform([
      { do: "see", text: "cannot become" },
      { do: "see", target: { css: '[data-column="todo"]' }, text: form().named(0) },
    ]);
    await card.dragTo(home.page.locator('[data-column="doing"]'));
    await perform([{ do: "see", target: { css: '[data-column="doing"]' }, text: form().named(0) }]);
  });

  it("reads a CSV file after showing what it would add and what is wrong with it", async () => {
    await perform([
      ...form().start(),
      { do: "click", target: { role: "button", name: "Menu" } },
      { do: "click", target: { css: "#menu-import" } },
    ]);
    const buffer = Buffer.from("Name,Due date,Odd\nSweep,2026-11-10,x\nMop,soon,\n");
    await home.page.locator("#import-file").setInputFiles({ name: "in.csv", mimeType: "text/csv", buffer });
    await perform([
      { do: "see", text: "1 record will be added." },
      { do: "see", text: "Row 3: “Due date” cannot be read." },
      { do: "see", text: "The column “Odd” is unknown" },
      { do: "click", target: { role: "button", name: "Import now" } },
      { do: "see", text: "1 record imported." },
      { do: "see", text: "Sweep" },
      { do: "click", target: { role: "button", name: "Undo" } },
      { do: "not_see", text: "Sweep" },
    ]);
  });

  it("reaches every day of the calendar with the keyboard", async () => {
    await perform([...form().start(), { do: "open", path: "/#/plan" }]);
    const { page } = home;
    const current = () => page.locator("[data-day]:focus").getAttribute("data-day");
    await page.locator(".calendar-day.today").focus();
    const today = Date.parse((await current()) ?? "");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(Date.parse((await current()) ?? "")).toBe(today + 8 * 86_400_000);
    await page.keyboard.press("Enter");
    expect(await page.locator("#field-due").inputValue()).toBe(
      new Date(today + 8 * 86_400_000).toISOString().slice(0, 10),
    );
  });

  it.each([
    [1280, "light"],
    [390, "dark"],
    [390, "light"],
    [320, "dark"],
  ] as const)(
    "fits a window of %d pixels with sample data, without barriers in %s",
    async (width, colorScheme) => {
      const { page } = home;
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await perform([
        { do: "open", path: "/#/rooms" },
        { do: "click", target: { role: "button", name: "Add sample data" } },
        { do: "see", text: "Kitchen" },
      ]);
      const overflow = () => page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
      for (const view of HOUSEHOLD.views.filter(({ kind }) => kind !== "detail")) {
        await perform([{ do: "open", path: pathOfView(view) }]);
        await page
          .locator(`#view-${view.id.replaceAll("_", "-")}[aria-current], h1`)
          .first()
          .waitFor();
        expect([view.id, await overflow(), await barriersOf(page)]).toEqual([view.id, 0, []]);
      }
      await perform(form().start());
      // Keys do nothing before the app has opened its records.
      await page.locator("#new-record").waitFor();
      await page.keyboard.press("n");
      await page.locator("dialog[open]").waitFor();
      expect(["form", await overflow(), await barriersOf(page)]).toEqual(["form", 0, []]);
    },
  );
});
