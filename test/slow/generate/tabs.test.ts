import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { HOUSEHOLD } from "#test/core/factory/generate/household.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { serve } from "./serve.ts";

const FORM = 'dialog[open] [type="submit"]';
const fill = (field: string, value: string): AcceptanceStep => ({
  do: "fill",
  target: { css: `#field-${field}` },
  value,
});
const press = (name: string): AcceptanceStep => ({ do: "click", target: { role: "button", name } });
const save: AcceptanceStep = { do: "click", target: { css: FORM } };

/** Two tabs of one browser in which a person edits the same record. The tests are one story. */
describe("a record that is edited in two tabs", () => {
  let app: Awaited<ReturnType<typeof serve>>;
  let home: Visit;
  let other: Page;
  const perform = async (page: Page, ...steps: AcceptanceStep[]) => {
    for (const step of steps) await performStep(page, app.origin, step, within(20));
  };

  beforeAll(async () => {
    app = await serve(generate(HOUSEHOLD).files);
    home = await visit(app.origin);
    other = await home.page.context().newPage();
    await perform(
      home.page,
      { do: "open", path: "/#/rooms" },
      press("New Room"),
      fill("title", "Attic"),
      save,
    );
    await perform(home.page, { do: "click", target: { role: "link", name: "Attic" } });
    await perform(other, {
      do: "open",
      path: new URL(home.page.url()).pathname + new URL(home.page.url()).hash,
    });
    await perform(home.page, press("Edit"), fill("title", "Loft"));
    await perform(other, press("Edit"), fill("title", "Roof"));
  });
  afterAll(async () => {
    await home?.close();
    app?.close();
  });

  it("shows in both tabs what was entered last", async () => {
    await perform(home.page, save, { do: "see", text: "Loft" });
    await perform(other, save, { do: "see", text: "Roof" });
    await perform(home.page, { do: "see", text: "Roof", target: { css: "h1" } });
  });

  it("tells the person whose entry took the place of another, and only them, until it is read", async () => {
    const notice = { css: "#forget-replaced" };
    await perform(other, { do: "see", text: "“Loft”", target: { css: ".notice" } });
    expect(await home.page.locator(notice.css).count()).toBe(0);
    await perform(other, { do: "click", target: notice }, { do: "not_see", text: "Loft" });
    expect([...home.errors]).toEqual([]);
  });
});
