import type { EvalResult } from "#cli/eval/result.ts";

/** What is wrong with a result, one sentence each. */
export function problemsOf(result: EvalResult): string[] {
  const { expected, outcome, is, wrong, missed, build, visit, error } = result;
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
