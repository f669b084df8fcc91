import { factsOf } from "#cli/eval/facts.ts";
import type { EvalResult } from "#cli/eval/result.ts";

/** One request in two runs. */
export interface Pair {
  readonly before: EvalResult;
  readonly after: EvalResult;
}

interface Pairs {
  readonly pairs: readonly Pair[];
  /** Ids of requests that only one run has, and of those whose messages, labels or checks are not the same. */
  readonly only_before: readonly string[];
  readonly only_after: readonly string[];
  readonly rewritten: readonly string[];
}

/** Finds the requests that both runs have. */
export function pairsOf(before: readonly EvalResult[], after: readonly EvalResult[]): Pairs {
  const earlier = new Map(before.map((result) => [result.id, result]));
  const common = after.flatMap((result) => {
    const was = earlier.get(result.id);
    return was ? [{ before: was, after: result }] : [];
  });
  const isSame = (pair: Pair) => pair.before.request_sha256 === pair.after.request_sha256;
  return {
    pairs: common.filter(isSame),
    only_before: idsOnlyIn(before, after),
    only_after: idsOnlyIn(after, before),
    rewritten: common.filter((pair) => !isSame(pair)).map((pair) => pair.after.id),
  };
}

function idsOnlyIn(one: readonly EvalResult[], other: readonly EvalResult[]): string[] {
  const known = new Set(other.map(({ id }) => id));
  return one.map(({ id }) => id).filter((id) => !known.has(id));
}

/** What changed for one request. */
export interface Difference {
  readonly id: string;
  readonly say: readonly string[];
  /** How it ended, before and after, such as `planned` and `DEPLOYED`. */
  readonly ended: readonly [string, string];
  /** What held before and does not hold now, and the other way round. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

export function differenceOf({ before, after }: Pair): Difference {
  const [was, is] = [factsOf(before), factsOf(after)];
  const changed = [...is].filter(([name, holds]) => was.has(name) && was.get(name) !== holds);
  return {
    id: after.id,
    say: after.say,
    ended: [endOf(before), endOf(after)],
    lost: changed.filter(([, holds]) => !holds).map(([name]) => name),
    gained: changed.filter(([, holds]) => holds).map(([name]) => name),
  };
}

const endOf = ({ outcome, build }: EvalResult): string => build?.status ?? outcome;

export const isDifferent = ({ ended: [was, is], lost, gained }: Difference): boolean =>
  was !== is || lost.length + gained.length > 0;
