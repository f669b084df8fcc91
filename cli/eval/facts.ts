import type { EvalResult, TurnResult } from "#cli/eval/result.ts";
import { TURN_VERDICTS } from "#cli/eval/verdicts.ts";

/**
 * What holds or does not hold of a result, by name. What was not looked at is left out: a fact that only one of two
 * results has cannot be compared.
 */
export function factsOf(result: EvalResult): ReadonlyMap<string, boolean> {
  const changes = result.changes.flatMap((change, index) =>
    [
      ...factsOfTurn(change),
      ["keeps the edit by hand", change.hand_edit?.kept ?? null] as const,
      ["keeps the records", change.records_kept?.passed ?? null] as const,
      ...change.kept.map((part) => [`keeps ${part}`, true] as const),
      ...change.lost.map((part) => [`keeps ${part}`, false] as const),
    ].map(([name, holds]) => [`change ${index + 1}: ${name}`, holds] as const),
  );
  const facts = [...factsOfTurn(result), ...changes];
  return new Map(facts.filter((fact): fact is [string, boolean] => fact[1] !== null));
}

function factsOfTurn(result: TurnResult): (readonly [string, boolean | null])[] {
  const { is, error, visit } = result;
  return [
    ["is evaluated to its end", error === null],
    is === null
      ? ["leads to a plan", TURN_VERDICTS.planned(result)]
      : [`leads to what is expected: ${is}`, result.expected === true],
    ...labelFacts(result),
    ["is built", TURN_VERDICTS.built(result)],
    ["passes the acceptances of its plan", TURN_VERDICTS.accepted(result)],
    ["goes live", result.build && result.build.url !== null],
    ["has no page errors", TURN_VERDICTS.clean(result)],
    ["shows something", TURN_VERDICTS.shown(result)],
    ["does not scroll sideways", TURN_VERDICTS.fitting(result)],
    ["has no serious barriers", TURN_VERDICTS.accessible(result)],
    ...(visit?.checks.passed ?? []).map((name) => [`passes the check: ${name}`, true] as const),
    ...(visit?.checks.failed ?? []).map(({ name }) => [`passes the check: ${name}`, false] as const),
  ];
}

/** Labels of a request that led to no plan are covered by what was expected of it. */
function labelFacts({ outcome, held, wrong, missed }: TurnResult): (readonly [string, boolean])[] {
  if (outcome !== "planned") return [];
  return [
    ...held.map((name) => [`label: ${name}`, true] as const),
    ...[...wrong, ...missed].map((name) => [`label: ${name}`, false] as const),
  ];
}
