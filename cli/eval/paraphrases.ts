import { UsageError } from "#cli/errors.ts";
import type { EvalRequest } from "#cli/eval/request.ts";
import type { EvalResult } from "#cli/eval/result.ts";

/**
 * Gives paraphrases the labels and checks of the request that they name. Throws a UsageError for one that names an
 * unknown request or another paraphrase, or that has labels of its own.
 */
export function withParaphrases(requests: readonly EvalRequest[], path: string): EvalRequest[] {
  const originals = new Map(requests.filter(({ same_as }) => !same_as).map((each) => [each.id, each]));
  return requests.map((request) => {
    const { id, same_as, say, lang } = request;
    if (same_as === undefined) return request;
    const fail = (why: string) => new UsageError(`${path}: ${id}: same_as: ${why}.`);
    const original = originals.get(same_as);
    if (!original) throw fail(`the file has no request with the id ${same_as} that is no paraphrase itself`);
    if (hasLabels(request)) throw fail("a paraphrase has the labels of its request, and none of its own");
    return { ...original, id, same_as, say, lang, changes: [] };
  });
}

function hasLabels(request: EvalRequest): boolean {
  const { is, entities, met, absent, refused, sections, without, checks, changes } = request;
  const lists = [entities, met, absent, refused, sections, without, checks, changes];
  return is !== undefined || lists.some(({ length }) => length > 0);
}

/** A request and its paraphrases. */
export interface Paraphrased {
  readonly id: string;
  readonly requests: number;
  readonly planned: number;
  /** Of the paraphrases, those that end as the request itself. */
  readonly alike: number;
  /** For each of the requests, the share of its labels that hold. */
  readonly scores: readonly number[];
}

/** The requests of which a run has paraphrases. */
export function paraphrased(results: readonly EvalResult[]): Paraphrased[] {
  return results.flatMap((original) => {
    const { id } = original;
    const others = results.filter(({ same_as }) => same_as === id);
    if (others.length === 0) return [];
    const group = [original, ...others];
    return {
      id,
      requests: group.length,
      planned: group.filter(({ outcome }) => outcome === "planned").length,
      alike: others.filter((other) => endsAlike(original, other)).length,
      scores: group.map(scoreOf),
    };
  });
}

/** Whether both led to the same, with the same labels; those that are compared in one language only do not count. */
function endsAlike(one: EvalResult, other: EvalResult): boolean {
  const [was, is] = [verdictsOf(one), verdictsOf(other)];
  return (
    one.outcome === other.outcome && [...is].every(([label, holds]) => (was.get(label) ?? holds) === holds)
  );
}

const verdictsOf = ({ held, wrong, missed }: EvalResult): ReadonlyMap<string, boolean> =>
  new Map([
    ...held.map((label) => [label, true] as const),
    ...[...wrong, ...missed].map((label) => [label, false] as const),
  ]);

const scoreOf = ({ labels, expected }: EvalResult): number =>
  labels.of > 0 ? labels.right / labels.of : Number(expected === true);

/** Standard deviation of the scores within their groups, pooled; null without paraphrases. */
export function deviationOf(groups: readonly Paraphrased[]): number | null {
  const squares = groups.flatMap(({ scores }) => {
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return scores.map((score) => (score - mean) ** 2);
  });
  const freedom = squares.length - groups.length;
  return freedom > 0 ? Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / freedom) : null;
}
