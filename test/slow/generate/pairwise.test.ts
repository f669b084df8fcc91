import { describe, expect, it } from "@jest/globals";
import { collectErrors } from "#adapters/browser/page-errors.ts";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { Acceptance } from "#core/factory/acceptance.ts";
import { pathOfView } from "#core/factory/generate/acceptance/forms.ts";
import { PAIRWISE } from "#test/core/factory/generate/pairwise/specifications.ts";
import { generate, runTests, withFolder } from "#test/core/factory/generate/support.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { runs } from "#test/support/property.ts";
import { serve } from "./serve.ts";

/** Apps in which every two field types, views, behaviours, languages and looks are together. */
describe("an app that combines parts which others do not", () => {
  it.each(PAIRWISE.slice(0, runs(PAIRWISE.length)))("$name passes its own tests", async (specification) => {
    const { failed, output } = await withFolder(generate(specification).files, runTests);
    expect([failed, failed === 0 ? "" : output]).toEqual([0, ""]);
  });

  it.each(PAIRWISE.slice(0, runs(PAIRWISE.length)))(
    "$name opens each of its pages and keeps its promises in a browser",
    async (specification) => {
      const { files, acceptance } = generate(specification);
      const app = await serve(files);
      const home = await visit(app.origin);
      try {
        for (const view of specification.views.filter(({ kind }) => kind !== "detail")) {
          await home.page.goto(`${app.origin}${pathOfView(view)}`);
          await home.page.getByRole("heading", { level: 1 }).waitFor();
        }
        const broken: string[] = [];
        for (const promise of acceptance) broken.push(...(await broke(home, app.origin, promise)));
        expect([broken, ...home.errors]).toEqual([[]]);
      } finally {
        await home.close();
        app.close();
      }
    },
  );
});

/** Performs a promise in a new profile of the same browser. Returns why it is broken, if it is. */
async function broke(home: Visit, origin: string, { name, steps }: Acceptance): Promise<string[]> {
  const browser = home.page.context().browser();
  if (!browser) throw new TypeError("no browser");
  const context = await browser.newContext({ serviceWorkers: "block" });
  const errors = new Set<string>();
  collectErrors(context, origin, errors);
  try {
    const page = await context.newPage();
    for (const [index, step] of steps.entries())
      await performStep(page, origin, step, within(10)).catch((error: Error) => {
        throw new Error(`step ${index + 1} ${JSON.stringify(step)}: ${error.message}`);
      });
    return [...errors].map((error) => `${name}: ${error}`);
  } catch (error) {
    return [`${name}: ${error instanceof Error ? error.message : error}`];
  } finally {
    await context.close();
  }
}
