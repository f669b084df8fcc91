import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { createBrowser } from "#adapters/browser/browser.ts";
import { calibrate, readJudged } from "#cli/eval/calibrate.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";
import { within } from "#test/support/limits.ts";

const FILE = join(import.meta.dirname, "../../cases/judged-steps.jsonl");

describe("the browser that judges apps", () => {
  it("agrees with a person on steps that hold and on steps that do not", async () => {
    const pages = await readJudged(FILE);
    const verdicts = pages.flatMap(({ judged }) => judged.map(({ holds }) => holds));
    expect(verdicts.length).toBeGreaterThanOrEqual(60);
    expect(verdicts.filter(Boolean).length / verdicts.length).toBeCloseTo(0.5, 1);
    const browser = createBrowser({ folder: BROWSER_FOLDER, stepMs: within(2), loadMs: within(20) });
    const { agreement, disagreements } = await calibrate(pages, browser);
    expect(disagreements).toEqual([]);
    expect(agreement.share).toBe(1);
  });

  it("is reported where it does not", async () => {
    const [page] = await readJudged(FILE);
    const [first, ...more] = page?.judged ?? [];
    const wrong = { page: page?.page ?? "", judged: [{ steps: first?.steps ?? [], holds: !first?.holds }] };
    expect(more.length).toBeGreaterThan(0);
    const browser = createBrowser({ folder: BROWSER_FOLDER });
    expect(await calibrate([wrong], browser)).toMatchObject({
      agreement: { count: 0, of: 1 },
      disagreements: ["page 1, steps 1: a person says false, but it passes"],
    });
  });
});
