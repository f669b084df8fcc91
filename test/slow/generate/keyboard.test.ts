import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import type { SourceFile } from "#core/kernel/files.ts";
import { BLUEPRINTS } from "#local/brain/catalogue.ts";
import { draft } from "#local/brain/roles/architect.ts";
import { PLANTS } from "#test/core/factory/generate/samples.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { planFor } from "#test/local/brain/plan-for.ts";
import { serve } from "./serve.ts";

/** What the pages are asked: which controls there are, which has the focus, whether it shows, and what moves. */
const QUESTIONS = `(() => {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]");
  const seconds = (text) => text.split(",").map((each) => Number.parseFloat(each) / (each.includes("ms") ? 1000 : 1));
  window.controls = (css) => [...document.querySelector(css).querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((element) => isShown(element) && !element.disabled && element.tabIndex >= 0);
  window.mark = (css) => controls(css).map((element, index) => element.setAttribute("data-control", index)).length;
  window.at = () => document.activeElement?.getAttribute("data-control");
  window.isMarked = () => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  };
  window.moving = () => [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    return [style.transitionDuration, style.animationName === "none" ? "0s" : style.animationDuration].some((each) => Math.max(...seconds(each)) > 0.01);
  }).map((element) => element.className);
})()`;

/** The controls inside `css` that the Tab key does not reach, and those that do not show that they have the focus. */
async function walk(page: Page, css: string) {
  await page.evaluate(QUESTIONS);
  const count = await page.evaluate<number>(`mark("${css}")`);
  const reached = new Set<string>();
  const unmarked = new Set<string>();
  // The days, months and years of a date are stops of their own.
  for (let press = 0; press < 4 * count + 8; press += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate<string | null>("at()");
    if (at === null) continue;
    if (!reached.has(at) && !(await page.evaluate<boolean>("isMarked()"))) unmarked.add(at);
    reached.add(at);
  }
  const all = Array.from({ length: count }, (_, index) => String(index));
  return { count, missed: all.filter((each) => !reached.has(each)), unmarked: [...unmarked] };
}

const focused = (page: Page) => page.evaluate<string>("document.activeElement.textContent.trim()");

const tool = (kind: string): readonly SourceFile[] => {
  const blueprint = BLUEPRINTS.find((each) => each.kind === kind);
  if (!blueprint) throw new TypeError(`no tool ${kind}`);
  return draft({
    plan: planFor(
      blueprint,
      blueprint.features.map(({ id }) => id),
    ),
  }).files;
};

describe("by keyboard alone", () => {
  let app: Awaited<ReturnType<typeof serve>>;
  let home: Visit;

  beforeAll(async () => {
    app = await serve(generate(PLANTS).files);
    home = await visit(app.origin);
    await home.page.emulateMedia({ reducedMotion: "reduce" });
  });
  afterAll(async () => {
    await home?.close();
    app?.close();
  });

  it("every control of an app is reached and shows it, and nothing moves for who wants no motion", async () => {
    const { page } = home;
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    const { count, missed, unmarked } = await walk(page, "body");
    expect(count).toBeGreaterThan(3);
    expect([missed, unmarked, await page.evaluate("moving()")]).toEqual([[], [], []]);
  });

  it("a form keeps the focus inside until it is closed, and gives it back", async () => {
    const { page } = home;
    await page.keyboard.press("Escape");
    const opener = page.getByRole("button", { name: /^New / }).first();
    await opener.focus();
    const name = await focused(page);
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor();
    const { missed, unmarked } = await walk(page, "dialog[open]");
    expect([missed, unmarked]).toEqual([[], []]);
    expect(
      await page.evaluate(
        "document.activeElement.closest('dialog') !== null || document.activeElement === document.body",
      ),
    ).toBe(true);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    expect(await focused(page)).toBe(name);
  });

  it("a deleted record is restored with the next key", async () => {
    const { page } = home;
    await page.getByRole("button", { name: /^New / }).first().focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog[open] input").first().waitFor();
    await page.keyboard.type("Fern");
    await page.keyboard.press("Enter");
    const remove = page.getByRole("button", { name: /^Delete/ }).first();
    await remove.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Undo" }).waitFor();
    expect(await focused(page)).toBe("Undo");
    await page.keyboard.press("Enter");
    await page.getByText("Fern").first().waitFor();
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
  });

  it.each(["flashcards", "tic-tac-toe"])(
    "every control of a tool is reached and shows it: %s",
    async (kind) => {
      const { page } = home;
      app.replace(tool(kind));
      await page.goto(app.origin);
      await page.reload();
      await page.locator("#tool button").first().waitFor();
      const { missed, unmarked } = await walk(page, "body");
      expect([missed, unmarked, await page.evaluate("moving()")]).toEqual([[], [], []]);
    },
  );
});
