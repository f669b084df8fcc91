import { describe, expect, it } from "@jest/globals";
import { deviationOf, paraphrased } from "#cli/eval/paraphrases.ts";
import { reportOf } from "#cli/eval/report.ts";
import { reportPage } from "#cli/eval/report-page.ts";
import type { EvalResult } from "#cli/eval/result.ts";
import { totalsOf } from "#cli/eval/totals.ts";
import { evalResult } from "#test/cli/eval/results.ts";

const request = (
  id: string,
  held: readonly string[],
  missed: readonly string[],
  change: Partial<EvalResult> = {},
) =>
  evalResult({
    ...{ id, expected: true, held, missed },
    labels: { right: held.length, of: held.length + missed.length },
    ...change,
  });

const RESULTS = [
  request("books", ["view board", "type date"], []),
  request("books-2", ["view board", "type date"], [], { same_as: "books" }),
  request("books-3", ["type date"], ["view board"], { same_as: "books" }),
  request("books-4", [], [], { same_as: "books", outcome: "declined", expected: false }),
  request("plants", ["type image"], []),
];

describe("paraphrases of a request", () => {
  it("are compared with it: those that end alike, and how much the labels that hold differ", () => {
    const groups = paraphrased(RESULTS);
    expect(groups).toEqual([{ id: "books", requests: 4, planned: 3, alike: 1, scores: [1, 1, 0.5, 0] }]);
    // Squares of the differences from the mean 0.625, by 4 - 1.
    expect(deviationOf(groups)).toBeCloseTo(Math.sqrt((2 * 0.375 ** 2 + 0.125 ** 2 + 0.625 ** 2) / 3), 12);
    expect(totalsOf(RESULTS)).toMatchObject({ alike: { count: 1, of: 3 } });
  });

  it("do not differ by labels that only one of the languages can compare", () => {
    const results = [
      request("books", ["records 'book'", "type date"], []),
      request("buch", ["type date"], [], { same_as: "books", lang: "de" }),
    ];
    expect(paraphrased(results)).toMatchObject([{ alike: 1 }]);
  });

  it("are left out of a run of a part of the file, without their request", () => {
    expect(paraphrased(RESULTS.slice(1))).toEqual([]);
    expect(deviationOf([])).toBeNull();
  });

  it("have a table in the report", () => {
    const run = {
      started_at: "2026-09-01T10:00:00.000Z",
      url: "http://127.0.0.1:5050",
      file: "x",
      requests: 5,
    };
    const page = reportPage(reportOf(run, RESULTS));
    expect(page).toContain("<td>books</td><td>1 of 3</td><td>3 of 4</td><td>0 % to 100 %</td>");
    expect(reportPage(reportOf(run, RESULTS.slice(4)))).not.toContain("Paraphrases");
  });
});
