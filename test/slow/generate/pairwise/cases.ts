import { describe, expect, it } from "@jest/globals";
import { collectErrors } from "#adapters/browser/page-errors.ts";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { Acceptance } from "#core/factory/acceptance.ts";
import { pathOfView } from "#core/factory/generate/acceptance/forms.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { PAIRWISE } from "#test/core/factory/generate/pairwise/specifications.ts";
import { generate, runTests, withFolder } from "#test/core/factory/generate/support.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { runs } from "#test/support/property.ts";
import { serve } from "../serve.ts";

/** How many cases a file tests, so that a sample of the files is bounded. */
const SHARE = 15;
/** How many files there are; the last one tests what is left. */
const FILES = 6;

/** Tests the apps of one file, of 1 to 6, in which every two field types, views, behaviours, languages and looks are together. */
export function testCases(file: number): void {
  const cases = PAIRWISE.slice((file - 1) * SHARE, file === FILES ? undefined : file * SHARE);
  const sampled = cases.slice(0, runs(cases.length));
  describe("an app that combines parts which others do not", () => {
    it.each(sampled)("$name passes its own tests", async (specification) => {
      const { failed, output } = await withFolder(generate(specification).files, runTests);
      expect([failed, failed === 0 ? "" : output]).toEqual([0, ""]);
    });

    it.each(sampled)(
      "$name opens each of its pages and keeps its promises in a browser",
      async (specification) => {
        const { files, acceptance } = generate(specification);
        const app = await serve(files);
        const home = await visit(app.origin);
        try {
          await openViews(home, app.origin, specification);
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
}

async function openViews({ page }: Visit, origin: string, { views }: Specification): Promise<void> {
  for (const view of views.filter(({ kind }) => kind !== "detail")) {
    await page.goto(`${origin}${pathOfView(view)}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
}

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
