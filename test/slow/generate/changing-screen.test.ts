import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { pathOfView } from "#core/factory/generate/acceptance/forms.ts";
import type { View } from "#core/factory/specification/view.ts";
import { HOUSEHOLD } from "#test/core/factory/generate/household.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { serve } from "./serve.ts";

/** The texts of charts that are beyond the edge of their picture or cross another one. */
const CLIPPED = `[...document.querySelectorAll(".chart svg")].flatMap((svg) => {
  const edge = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const crosses = ({ box: a }, { box: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return boxes.filter((one, at) => one.box.left < edge.left - 1 || one.box.right > edge.right + 1 || boxes.some((other, index) => index > at && crosses(one, other))).map(({ text }) => text);
})`;

/** Waits until the page was drawn in its new size. */
const FRAMES = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))";

describe("a screen that changes while an app is open", () => {
  let app: Awaited<ReturnType<typeof serve>>;
  let home: Visit;
  beforeAll(async () => {
    const look = { ...HOUSEHOLD.look, scheme: "both" } as const;
    const views = HOUSEHOLD.views.map((view) =>
      view.id === "by_status" ? { ...view, measure: "cost" } : view,
    );
    app = await serve(generate({ ...HOUSEHOLD, look, views }).files);
    home = await visit(app.origin);
  });
  afterAll(async () => {
    await home?.close();
    app?.close();
  });
  const theme = () => home.page.evaluate<string>("document.documentElement.dataset.theme");

  it("has its theme, until the person chooses one", async () => {
    const { page } = home;
    await page.locator("h1").waitFor();
    for (const colorScheme of ["dark", "light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    }
    await page.getByRole("button", { name: "Use light mode" }).click();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await theme()).toBe("light");
    }
  });

  it("has charts whose labels have room, narrow and wide", async () => {
    const { page } = home;
    const view = (kind: string) => HOUSEHOLD.views.find((each) => each.kind === kind) as View;
    const perform = async (...steps: AcceptanceStep[]) => {
      for (const step of steps) await performStep(page, app.origin, step, within(20));
    };
    await perform(
      { do: "open", path: pathOfView(view("list")) },
      { do: "click", target: { role: "button", name: "Add sample data" } },
    );
    await page.locator(".empty").waitFor({ state: "detached" });
    await perform({ do: "open", path: pathOfView(view("chart")) });
    await page.locator(".chart svg").first().waitFor();
    for (const width of [1200, 360, 1200, 560]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(FRAMES);
      expect([width, await page.evaluate(CLIPPED)]).toEqual([width, []]);
    }
    expect([...home.errors]).toEqual([]);
  });
});
