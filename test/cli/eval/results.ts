import type { EvalResult } from "#cli/eval/result.ts";

/** A result of a request that was planned and not built. */
export function evalResult(change: Partial<EvalResult> = {}): EvalResult {
  return {
    id: "books",
    lang: "en",
    say: ["a book list"],
    is: null,
    outcome: "planned",
    expected: null,
    labels: { right: 0, of: 0 },
    records: { same: 0, labelled: 0, built: 0 },
    wrong: [],
    missed: [],
    speech: "Here is the plan.",
    plan: { hash: "0".repeat(64), title: "Books", kind: "app", stack: "static" },
    words: null,
    consultation: null,
    build: null,
    visit: null,
    seconds: { reply: 1, end: null },
    error: null,
    ...change,
  };
}
