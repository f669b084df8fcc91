import { expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { attribute, button, click, fill, reload, see } from "#local/brain/blueprints/steps.ts";
import { FLASHCARDS } from "#local/brain/blueprints/tools/flashcards/blueprint.ts";
import { draft } from "#local/brain/roles/architect.ts";
import { visit } from "#test/e2e/support/visit.ts";
import { planFor } from "#test/local/brain/plan-for.ts";
import { serve } from "#test/slow/generate/serve.ts";
import { within } from "#test/support/limits.ts";

const features = FLASHCARDS.features.map(({ id }) => id);
const { files, project_name } = draft({ plan: planFor(FLASHCARDS, features) });
const OLD = { id: "1", deck: "A", front: "casa", back: "house", box: 3, due: "2026-01-01" };
const LIST = { css: "#cards" };

it("cards of an earlier version are taken over, and two tabs that change one card keep both changes", async () => {
  const app = await serve(files);
  const home = await visit(app.origin);
  const perform = async (page: Page, ...steps: AcceptanceStep[]) => {
    for (const step of steps) await performStep(page, app.origin, step, within(20));
  };
  try {
    const stored = JSON.stringify({ version: 1, value: [OLD, 7] });
    const key = `${project_name}.cards`;
    await home.page.evaluate(`localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(stored)})`);
    await perform(home.page, reload, see("casa", LIST), see("could not be read", { css: ".notice" }));
    const left = await home.page.evaluate("Object.keys(localStorage)");
    expect(left).toEqual([`${key}.unreadable-1`]);

    const other = await home.page.context().newPage();
    await other.goto(app.origin);
    await perform(other, see("casa", LIST), click(button("Edit: casa")), fill("Back", "home"));
    await perform(home.page, click({ css: "#card" }), click(button("Knew it")));
    await perform(
      home.page,
      click(button("Edit: casa")),
      fill("Front", "la casa"),
      click(button("Save card")),
    );
    await perform(home.page, see("la casa", LIST));
    await perform(other, click(button("Save card")));
    for (const page of [home.page, other])
      await perform(page, see("la casa", LIST), see("home", LIST), attribute(".card-row", "data-box", "4"));
    expect([...home.errors]).toEqual([]);
  } finally {
    await home.close();
    app.close();
  }
});
