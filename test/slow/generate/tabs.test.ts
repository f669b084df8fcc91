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

const NEW_ROOM = "New room";

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

/** Adds rooms through the form of a page, or edits one field of the open record, as often as asked. */
const BY_FORM = `async ([button, field, values]) => {
  const until = async (holds) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  for (const value of values) {
    [...document.querySelectorAll("button")].find(({ textContent }) => textContent.trim() === button).click();
    await until(() => document.querySelector("dialog[open] #field-" + field));
    const input = document.querySelector("dialog[open] #field-" + field);
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector('dialog[open] [type="submit"]').click();
    await until(() => !document.querySelector("dialog[open]"));
  }
}`;

/** The values of all records that the browser keeps. */
const KEPT = `async () => {
  const [{ name }] = await indexedDB.databases();
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await done(indexedDB.open(name));
  const kept = [];
  for (const store of database.objectStoreNames)
    kept.push(...await done(database.transaction(store).objectStore(store).getAll()));
  database.close();
  return kept.map(({ values }) => values);
}`;

describe("two tabs of one browser that edit at the same time", () => {
  let app: Awaited<ReturnType<typeof serve>>;
  let home: Visit;
  let other: Page;
  const numbered = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix} ${index}`);
  const byForm = (page: Page, button: string, field: string, values: readonly string[]) =>
    page.evaluate(`(${BY_FORM})(${JSON.stringify([button, field, values])})`);

  beforeAll(async () => {
    app = await serve(generate(HOUSEHOLD).files);
    home = await visit(app.origin);
    other = await home.page.context().newPage();
    for (const page of [home.page, other])
      await performStep(page, app.origin, { do: "open", path: "/#/rooms" }, within(20));
  });
  afterAll(async () => {
    await home?.close();
    app?.close();
  });

  it("lose none of 200 records", async () => {
    const [first, second] = [numbered("First", 100), numbered("Second", 100)];
    await Promise.all([
      byForm(home.page, NEW_ROOM, "title", first),
      byForm(other, NEW_ROOM, "title", second),
    ]);
    const kept = await home.page.evaluate<{ title: string }[]>(`(${KEPT})()`);
    expect(kept.map(({ title }) => title).toSorted()).toEqual([...first, ...second].toSorted());
  });

  it("lose none of 200 edits of different fields of one record", async () => {
    const { page } = home;
    await performStep(
      page,
      app.origin,
      { do: "click", target: { role: "link", name: "First 0" } },
      within(20),
    );
    const { pathname, hash } = new URL(page.url());
    await performStep(other, app.origin, { do: "open", path: pathname + hash }, within(20));
    await performStep(other, app.origin, { do: "see", text: "First 0", target: { css: "h1" } }, within(20));
    const counts = Array.from({ length: 100 }, (_, index) => String(index + 1));
    await Promise.all([
      byForm(page, "Edit", "title", numbered("Named", 100)),
      byForm(other, "Edit", "stock", counts),
    ]);
    const kept = await page.evaluate<{ title: string; stock: number }[]>(`(${KEPT})()`);
    expect(kept.find(({ title }) => title === "Named 99")?.stock).toBe(100);
    for (const shown of [page, other])
      await performStep(
        shown,
        app.origin,
        { do: "see", text: "Named 99", target: { css: "h1" } },
        within(20),
      );
    expect([...home.errors]).toEqual([]);
  });
});
