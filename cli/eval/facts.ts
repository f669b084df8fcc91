import type { EvalResult } from "#cli/eval/result.ts";
import { VERDICTS } from "#cli/eval/verdicts.ts";

/**
 * What holds or does not hold of a result, by name. What was not looked at is left out: a fact that only one of two
 * results has cannot be compared.
 */
export function factsOf(result: EvalResult): ReadonlyMap<string, boolean> {
  const { is, error, visit } = result;
  const facts: (readonly [string, boolean | null])[] = [
    ["is evaluated to its end", error === null],
    is === null
      ? ["leads to a plan", VERDICTS.planned(result)]
      : [`leads to what is expected: ${is}`, result.expected === true],
    ...labelFacts(result),
    ["is built", VERDICTS.built(result)],
    ["passes the acceptances of its plan", VERDICTS.accepted(result)],
    ["goes live", result.build && result.build.url !== null],
    ["has no page errors", VERDICTS.clean(result)],
    ["shows something", VERDICTS.shown(result)],
    ["does not scroll sideways", VERDICTS.fitting(result)],
    ["has no serious barriers", VERDICTS.accessible(result)],
    ...(visit?.checks.passed ?? []).map((name) => [`passes the check: ${name}`, true] as const),
    ...(visit?.checks.failed ?? []).map(({ name }) => [`passes the check: ${name}`, false] as const),
  ];
  return new Map(facts.filter((fact): fact is [string, boolean] => fact[1] !== null));
}

/** Labels of a request that led to no plan are covered by what was expected of it. */
function labelFacts({ outcome, held, wrong, missed }: EvalResult): (readonly [string, boolean])[] {
  if (outcome !== "planned") return [];
  return [
    ...held.map((name) => [`label: ${name}`, true] as const),
    ...[...wrong, ...missed].map((name) => [`label: ${name}`, false] as const),
  ];
}
