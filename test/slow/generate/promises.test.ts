import { describe, expect, it } from "@jest/globals";
import { createBrowser } from "#adapters/browser/browser.ts";
import { HOUSEHOLD } from "#test/core/factory/generate/household.ts";
import { PLANTS } from "#test/core/factory/generate/samples.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";
import { secondsWithin } from "#test/support/limits.ts";
import { serve } from "./serve.ts";

describe("a generated app", () => {
  it.each([PLANTS, HOUSEHOLD])(
    "keeps all that is promised of it in a browser: $name",
    async (specification) => {
      const { files, acceptance } = generate(specification);
      const app = await serve(files);
      const browser = createBrowser({ folder: BROWSER_FOLDER, stepMs: 20_000, loadMs: 40_000 });
      const report = await browser.run({
        url: app.origin,
        acceptances: acceptance,
        seconds: secondsWithin(600),
      });
      app.close();
      expect(report.results.filter(({ passed }) => !passed)).toEqual([]);
      expect(report.page_errors).toEqual([]);
    },
  );
});
