import { describe, expect, it } from "@jest/globals";
import { measures } from "#cli/eval/measures.ts";
import { problemsOf } from "#cli/eval/problems.ts";
import type { ChangeResult, EvalResult } from "#cli/eval/result.ts";
import { type Totals, totalsOf } from "#cli/eval/totals.ts";
import { changeResult, DEPLOYED, evalResult, SEEN } from "./results.ts";

const KEPT = { passed: true, reason: null };

const HEALTHY = evalResult({
  is: "plan",
  expected: true,
  held: ["view board"],
  labels: { right: 1, of: 1 },
  records: { same: 1, labelled: 1, built: 1 },
  words: { met: 1, met_by_kind: 0, refused: 0, asked: 0, context: 0 },
  build: DEPLOYED,
  visit: { ...SEEN, checks: { passed: ["adds a book"], failed: [] } },
  seconds: { reply: 1, end: 40 },
  changes: [changeResult({ hand_edit: { file: "a.css", kept: true }, records_kept: KEPT })],
});

const seen = (change: Partial<typeof SEEN>): Partial<EvalResult> => ({ visit: { ...SEEN, ...change } });
const changed = (change: Partial<ChangeResult>): Partial<EvalResult> => ({ changes: [changeResult(change)] });
const look = { blank: false, overflows: [], barriers: [] };
const failed = [{ name: "adds a book", reason: "nothing was saved" }];
const REFUSED = { passed: false, reason: "1 of 3 acceptance checks failed." };

/** For each measure of quality, what makes it worse, and the sentence that the report has about it. */
const BROKEN: Readonly<Record<string, readonly [Partial<EvalResult>, RegExp | null]>> = {
  planned: [{ outcome: "declined", expected: false }, /expected plan, declined/],
  expected: [{ outcome: "asked", expected: false }, /expected plan, asked/],
  labels: [{ labels: { right: 0, of: 1 }, missed: ["view board"] }, /missed: view board/],
  wrong: [{ wrong: ["view board"] }, /wrong: view board/],
  alike: [{ held: [], missed: ["view board"] }, /missed: view board/],
  precision: [{ records: { same: 1, labelled: 1, built: 2 } }, null],
  recall: [{ records: { same: 0, labelled: 1, built: 0 } }, null],
  words: [{ words: { met: 0, met_by_kind: 0, refused: 1, asked: 0, context: 0 } }, null],
  built: [{ build: { ...DEPLOYED, status: "FAILED", error: "BuildFailed: tests" } }, /BuildFailed: tests/],
  accepted: [{ build: { ...DEPLOYED, acceptance: REFUSED } }, /1 of 3 acceptance checks failed/],
  clean: [seen({ page_errors: ["x is not defined"] }), /page error: x is not defined/],
  shown: [seen({ look: { ...look, blank: true } }), /the page shows nothing/],
  fitting: [seen({ look: { ...look, overflows: [320] } }), /scrolls sideways at 320 px/],
  accessible: [seen({ look: { ...look, barriers: ["label: input"] } }), /barrier: label: input/],
  checks: [seen({ checks: { passed: [], failed } }), /failed check: adds a book: nothing was saved/],
  live_within_90_s: [{ seconds: { reply: 1, end: 400 } }, null],
  changes: [changed({ outcome: "declined", expected: false }), /change 1: expected plan, declined/],
  changes_built: [
    changed({ build: { ...DEPLOYED, status: "FAILED", error: "Timeout: slow" } }),
    /change 1: Time/,
  ],
  changes_checks: [changed({ visit: { ...SEEN, checks: { passed: [], failed } } }), /change 1: failed check/],
  edits_kept: [changed({ hand_edit: { file: "a.css", kept: false } }), /the edit of a.css by hand is gone/],
  records_kept: [
    changed({ records_kept: { passed: false, reason: "no book" } }),
    /change 1: records: no book/,
  ],
  kept: [changed({ kept: [], lost: ["check: adds a book"] }), /change 1: no longer: check: adds a book/],
};

/** Measures of which neither more nor less is better. */
const NEUTRAL = ["asked", "declined", "files_touched"];

describe("a broken result", () => {
  const totals = (result: EvalResult) =>
    totalsOf([HEALTHY, { ...result, id: "paraphrase", same_as: HEALTHY.id }]) as unknown as Record<
      string,
      { share: number }
    >;

  it("is compared with one in which nothing is wrong", () => {
    expect(problemsOf(HEALTHY)).toEqual([]);
  });

  it.each(Object.entries(BROKEN))("is seen in the measure %s", (name, [broken, sentence]) => {
    const result = { ...HEALTHY, ...broken };
    const [good, bad] = [totals(HEALTHY)[name]?.share, totals(result)[name]?.share];
    expect([good, bad]).toEqual(name === "wrong" ? [0, 0.5] : [1, expect.any(Number)]);
    expect(bad).not.toBe(good);
    if (sentence) expect(problemsOf(result).join("\n")).toMatch(sentence);
  });

  it("is seen in every share that the report has", () => {
    const all = totalsOf([HEALTHY]);
    const shares = Object.entries(all).flatMap(([name, value]) =>
      value && typeof value === "object" ? name : [],
    );
    expect([...Object.keys(BROKEN), ...NEUTRAL].sort()).toEqual(shares.sort());
  });

  it("is seen when a change touches what its plan does not list", () => {
    const files = { touched: 2, of: 20, unplanned: ["public/app.js"] };
    const result = { ...HEALTHY, ...changed({ files }) };
    expect(problemsOf(result)).toEqual(["change 1: public/app.js differs, and the plan does not list it"]);
    const rows = (totals: Totals) => measures(totals).filter(([name]) => name.startsWith("files"));
    expect(rows(totalsOf([result]))).toEqual([
      ["files that changes touch", "2 of 20 (10 %)", expect.any(String)],
      ["files that differ without being planned", "1", ""],
    ]);
  });
});
