import type { ChangeResult, EvalResult, TurnResult } from "#cli/eval/result.ts";

/** What is wrong with a result, one sentence each. */
export const problemsOf = (result: EvalResult): string[] => [
  ...problemsOfTurn(result),
  ...result.changes.flatMap((change, index) =>
    problemsOfChange(change).map((problem) => `change ${index + 1}: ${problem}`),
  ),
];

/** What is wrong with a change of the live app. */
export const problemsOfChange = (change: ChangeResult): string[] => [
  ...problemsOfTurn(change),
  ...change.lost.map((part) => `no longer: ${part}`),
  ...(change.hand_edit?.kept === false ? [`the edit of ${change.hand_edit.file} by hand is gone`] : []),
  ...(change.records_kept?.passed === false ? [`records: ${change.records_kept.reason}`] : []),
  ...(change.files?.unplanned ?? []).map((path) => `${path} differs, and the plan does not list it`),
];

function problemsOfTurn({ expected, outcome, is, wrong, missed, build, visit, error }: TurnResult): string[] {
  return [
    ...(error ? [error] : []),
    ...(expected === false ? [`expected ${is}, ${outcome}`] : []),
    ...wrong.map((label) => `wrong: ${label}`),
    ...missed.map((label) => `missed: ${label}`),
    ...(build?.error ? [build.error] : []),
    ...(build?.acceptance && !build.acceptance.passed ? [build.acceptance.reason] : []),
    ...(visit?.checks.failed ?? []).map(({ name, reason }) => `failed check: ${name}: ${reason}`),
    ...(visit?.look?.blank ? ["the page shows nothing"] : []),
    ...(visit?.look?.overflows ?? []).map((width) => `the page scrolls sideways at ${width} px`),
    ...(visit?.look?.barriers ?? []).map((barrier) => `barrier: ${barrier}`),
    ...(visit?.page_errors ?? []).map((message) => `page error: ${message}`),
  ];
}
