import { describe, expect, it } from "@jest/globals";
import { shareOf } from "#cli/eval/share.ts";
import { totalsOf } from "#cli/eval/totals.ts";
import { changeResult, DEPLOYED, evalResult } from "#test/cli/eval/results.ts";
import { fc } from "#test/support/property.ts";

describe("a share", () => {
  it("has Wilson's confidence interval", () => {
    // Examples of R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    const interval = ({ low, high }: ReturnType<typeof shareOf>) => [low.toFixed(4), high.toFixed(4)];
    expect(interval(shareOf(81, 263))).toEqual(["0.2553", "0.3662"]);
    expect(interval(shareOf(15, 148))).toEqual(["0.0624", "0.1605"]);
    expect(interval(shareOf(0, 20))).toEqual(["0.0000", "0.1611"]);
    expect(interval(shareOf(1, 29))).toEqual(["0.0061", "0.1718"]);
  });

  it("lies within its interval, and the interval within 0 and 1", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        const { low, share, high } = shareOf(Math.min(a, b), Math.max(a, b, 1));
        const ordered = [0, low, share, high, 1];
        for (const [index, value] of ordered.slice(1).entries())
          expect(value - (ordered[index] ?? 0)).toBeGreaterThan(-1e-12);
      }),
    );
  });
});

describe("totals", () => {
  it("count each result once, and only what was run", () => {
    const results = [
      evalResult({
        build: DEPLOYED,
        seconds: { reply: 1, end: 40 },
        expected: true,
        records: { same: 2, labelled: 2, built: 3 },
        words: { met: 2, met_by_kind: 1, refused: 1, asked: 0, context: 5 },
        consultation: { calls: 1, input_tokens: 1000, output_tokens: 10, cost_usd: 1 },
        visit: {
          checks: { passed: ["opens"], failed: [{ name: "rings", reason: "no bell" }] },
          page_errors: [],
          look: { blank: false, overflows: [320], barriers: null },
          screenshot: null,
        },
      }),
      evalResult({ build: DEPLOYED, seconds: { reply: 1, end: 100 }, wrong: ["view board"] }),
      evalResult({
        build: { ...DEPLOYED, status: "FAILED", acceptance: null },
        seconds: { reply: 1, end: 20 },
      }),
      evalResult({ outcome: "asked", expected: false }),
      evalResult({
        changes: [
          changeResult({
            lost: ["view board"],
            hand_edit: { file: "public/index.html", kept: true },
            records_kept: { passed: false, reason: "gone" },
          }),
          changeResult({
            ...{ outcome: "declined", build: null, visit: null, kept: [], files: null },
            hand_edit: { file: "public/index.html", kept: null },
          }),
        ],
      }),
    ];
    const totals = totalsOf(results);
    const counts = Object.entries(totals).flatMap(([name, value]) =>
      value !== null && typeof value === "object" ? [[name, `${value.count}/${value.of}`]] : [],
    );
    expect(Object.fromEntries(counts)).toEqual({
      planned: "4/5",
      asked: "1/5",
      declined: "0/5",
      expected: "1/2",
      labels: "0/0",
      precision: "2/3",
      recall: "2/2",
      words: "3/4",
      wrong: "1/5",
      alike: "0/0",
      built: "2/3",
      accepted: "2/3",
      clean: "1/1",
      shown: "1/1",
      fitting: "0/1",
      accessible: "0/0",
      checks: "1/2",
      changes: "1/2",
      changes_built: "1/1",
      changes_checks: "1/1",
      kept: "1/2",
      edits_kept: "1/1",
      records_kept: "0/1",
      files_touched: "3/20",
      live_within_90_s: "1/3",
    });
    expect(totals).toMatchObject({
      ...{ f1: 0.8, repairs: 0, median_seconds: 40 },
      ...{ input_tokens: 1400, output_tokens: 210, cost_usd: 2 },
    });
  });
});
