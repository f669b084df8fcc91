import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { View } from "#core/factory/specification/view.ts";
import { EVERYTHING } from "#test/core/factory/generate/fields/samples.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { serve } from "./serve.ts";

const [THING] = EVERYTHING.entities;
if (!THING) throw new TypeError("no entity");
const PLACE = { specification: EVERYTHING, entity: THING };
const FIELDS = THING.fields.filter(({ type }) => type !== "reference");

const exampleOf = (field: Field) => fieldModule(field.type).example(field, 1, PLACE);

/** A form with a field of each type, in a real browser. */
describe("a record with fields of all types", () => {
  let app: Awaited<ReturnType<typeof serve>>;
  let home: Visit;
  const perform = async (steps: readonly AcceptanceStep[]) => {
    for (const step of steps) await performStep(home.page, app.origin, step, within(20));
  };
  const openForm = (name: string) =>
    home.page
      .getByRole("button", { name: `New ${name}` })
      .first()
      .click();
  const save = () => home.page.locator('dialog[open] [type="submit"]').click();

  beforeAll(async () => {
    app = await serve(generate(EVERYTHING).files);
    home = await visit(app.origin);
    await perform([{ do: "open", path: "/#/people" }]);
    await openForm("Person");
    await perform([{ do: "fill", target: { css: "#field-name" }, value: "Ana" }]);
    await save();
    await perform([
      { do: "see", text: "Ana" },
      { do: "open", path: "/#/things" },
    ]);
  });
  afterAll(async () => {
    await home?.close();
    app?.close();
  });

  it("has a name for every control, and fits a screen of 320 pixels", async () => {
    await home.page.setViewportSize({ width: 320, height: 800 });
    await openForm("Thing");
    const [nameless, width] = await home.page.evaluate<[string[], number]>(`{
      const body = document.querySelector(".form-body");
      const controls = [...body.querySelectorAll("input, select, textarea, button")];
      const named = (each) => each.labels?.length || each.getAttribute("aria-label") || each.textContent.trim();
      [controls.filter((each) => !named(each)).map((each) => each.outerHTML), body.scrollWidth - body.clientWidth];
    }`);
    expect(nameless).toEqual([]);
    expect(width).toBe(0);
    await home.page.keyboard.press("Escape");
    await home.page.setViewportSize({ width: 1280, height: 800 });
  });

  it("is not saved before what it needs is there and can be read", async () => {
    await openForm("Thing");
    await perform([
      { do: "fill", target: { css: "#field-email" }, value: "nobody" },
      { do: "fill", target: { css: "#field-money" }, value: "much" },
    ]);
    await save();
    await perform([
      { do: "see", text: "Text is required." },
      { do: "see", text: "Size is required." },
      { do: "see", text: "Money must be a number." },
      { do: "see", text: "Email must be an email address" },
    ]);
    expect(await home.page.locator("#field-email").getAttribute("aria-invalid")).toBe("true");
    await home.page.keyboard.press("Escape");
  });

  it("is filled in by the steps of its examples, and with a large picture", async () => {
    await openForm("Thing");
    const typed = FIELDS.filter(({ type }) => type !== "image");
    await perform(typed.flatMap((field) => exampleOf(field)?.steps({ css: `#field-${field.id}` }) ?? []));
    await home.page.locator("#field-reference").selectOption({ label: "Ana" });
    await home.page.locator("#field-people").getByLabel("Ana").check();
    await home.page.locator("#field-image").setInputFiles(await picture(3000, 1500));
    await home.page.locator("dialog[open] .thumbnail").waitFor();
    await save();
    await perform([{ do: "see", text: "Text B" }]);
  });

  it("shows every value, also after the page was closed", async () => {
    const shownBy = (view: View | undefined) =>
      FIELDS.filter(({ id }) => view && "fields" in view && view.fields.includes(id))
        .map((field) => exampleOf(field)?.shown)
        .filter((text) => typeof text === "string")
        .map((text): AcceptanceStep => ({ do: "see", text }));
    const [list, page] = EVERYTHING.views;
    await perform([{ do: "reload" }, ...shownBy(list), { do: "see", text: "Ana" }]);
    await perform([{ do: "click", target: { role: "link", name: "Text B" } }, ...shownBy(page)]);
    const image = home.page.locator("main img.thumbnail");
    expect(await image.evaluate((node) => [node.naturalWidth, node.naturalHeight])).toEqual([1600, 800]);
  });

  it("keeps every value when it is edited without a change", async () => {
    const before = await home.page.locator("main").textContent();
    await home.page.getByRole("button", { name: "Edit" }).click();
    await home.page.locator("dialog[open] .thumbnail").waitFor();
    await save();
    await home.page.locator("dialog[open]").waitFor({ state: "detached" });
    expect(await home.page.locator("main").textContent()).toBe(before);
  });

  it("ran without an error of the page", () => {
    expect([...home.errors]).toEqual([]);
  });

  /** A picture of a size, made by the browser. */
  async function picture(width: number, height: number) {
    const data: string = await home.page.evaluate(`{
      const canvas = Object.assign(document.createElement("canvas"), { width: ${width}, height: ${height} });
      canvas.getContext("2d").fillRect(0, 0, 100, 100);
      canvas.toDataURL("image/png");
    }`);
    const buffer = Buffer.from(data.split(",")[1] ?? "", "base64");
    return { name: "wide.png", mimeType: "image/png", buffer };
  }
});
