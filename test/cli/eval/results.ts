import { REPORT_VERSION, type StoredReport } from "#cli/eval/report.ts";
import type { ChangeResult, EvalResult } from "#cli/eval/result.ts";

/** A mission that ended live. */
export const DEPLOYED: NonNullable<EvalResult["build"]> = {
  mission_id: "m_1",
  status: "DEPLOYED",
  url: "http://app.localhost",
  attempts: 1,
  repairs: [],
  acceptance: { passed: true, reason: "All 3 acceptance checks passed." },
  calls: 2,
  input_tokens: 100,
  output_tokens: 50,
  cost_usd: 0.25,
  error: null,
};

/** What a browser saw on a live app in which nothing is wrong. */
export const SEEN: NonNullable<EvalResult["visit"]> = {
  checks: { passed: [], failed: [] },
  page_errors: [],
  look: { blank: false, overflows: [], barriers: [] },
  screenshot: null,
};

/** A result of a request that was planned and not built. */
export function evalResult(change: Partial<EvalResult> = {}): EvalResult {
  return {
    id: "books",
    request_sha256: "1".repeat(64),
    lang: "en",
    same_as: null,
    say: ["a book list"],
    is: null,
    outcome: "planned",
    expected: null,
    held: [],
    labels: { right: 0, of: 0 },
    records: { same: 0, labelled: 0, built: 0 },
    wrong: [],
    missed: [],
    speech: "Here is the plan.",
    changes: [],
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

/** A report of these results. */
export function storedReport(
  results: readonly EvalResult[],
  change: Partial<StoredReport> = {},
): StoredReport {
  return {
    version: REPORT_VERSION,
    gantry: "0.1.0",
    started_at: "2026-09-01T10:00:00.000Z",
    ended_at: "2026-09-01T10:05:00.000Z",
    url: "http://127.0.0.1:5050",
    file: "requests.jsonl",
    requests: results.length,
    machine: { platform: "linux x64", cpus: 2, cpu: "a processor", node: "v24.0.0", load: 0.5 },
    results,
    ...change,
  };
}

/** A change that did what was expected and left the rest as it was. */
export function changeResult(change: Partial<ChangeResult> = {}): ChangeResult {
  const { id, request_sha256, lang, same_as, plan, words, changes, ...turn } = evalResult();
  return {
    ...turn,
    say: ["add a rating"],
    is: "plan",
    expected: true,
    edits: ["“Book” has a field “Rating”."],
    kept: ["check: adds a book"],
    lost: [],
    files: { touched: 3, of: 20, unplanned: [] },
    hand_edit: null,
    records_kept: null,
    build: DEPLOYED,
    visit: { ...SEEN, checks: { passed: ["rates a book"], failed: [] } },
    seconds: { reply: 1, end: 30 },
    ...change,
  };
}
