import type { Pair } from "#cli/eval/pairs.ts";
import type { EvalResult } from "#cli/eval/result.ts";
import { type Share, shareOf } from "#cli/eval/share.ts";
import { adjusted, signTest } from "#cli/eval/sign-test.ts";
import { spentOn } from "#cli/eval/totals.ts";
import { VERDICTS } from "#cli/eval/verdicts.ts";

/** A measure of both runs, over the pairs in which both have it. */
interface Paired<Value> {
  readonly name: string;
  readonly before: Value;
  readonly after: Value;
  /** Pairs that are better after than before, and those that are worse. */
  readonly better: number;
  readonly worse: number;
}

interface Tested {
  /** Probability of so uneven a split by chance, adjusted for the number of measures. */
  readonly p: number;
  readonly verdict: "the same" | "no difference shown" | "better" | "worse";
}

export type ShareCompared = Paired<Share> & Tested;
/** Sums of numbers, of which less is better. */
export type AmountCompared = Paired<number> & Tested & { readonly of: number };

/** A probability below this is called a difference. */
const LEVEL = 0.05;

/** Tests each measure that at least one pair has in both runs. */
export function pairedTests(pairs: readonly Pair[]): {
  readonly shares: readonly ShareCompared[];
  readonly amounts: readonly AmountCompared[];
} {
  const shares = SHARES.map((measure) => shareCompared(pairs, measure)).filter(({ after }) => after.of > 0);
  const amounts = AMOUNTS.map((measure) => amountCompared(pairs, measure)).filter(({ of }) => of > 0);
  const all = [...shares, ...amounts];
  const probabilities = adjusted(all.map(({ better, worse }) => signTest(better, worse)));
  const verdicts = all.map(({ better, worse }, index) => verdictOf(better, worse, probabilities[index] ?? 1));
  return {
    shares: shares.map((share, index) => ({ ...share, ...(verdicts[index] as Tested) })),
    amounts: amounts.map((amount, index) => ({ ...amount, ...(verdicts[shares.length + index] as Tested) })),
  };
}

function verdictOf(better: number, worse: number, p: number): Tested {
  if (better + worse === 0) return { p, verdict: "the same" };
  if (p >= LEVEL) return { p, verdict: "no difference shown" };
  return { p, verdict: better > worse ? "better" : "worse" };
}

/** Verdicts on each request: as people read them, by name, and which value is the good one. */
const SHARES = [
  ["as expected", "expected", true],
  ["planned", "planned", true],
  ["every label holds", "labelled", true],
  ["wrong plans", "wrong", false],
  ["built", "built", true],
  ["acceptance passed", "accepted", true],
  ["pages without errors", "clean", true],
  ["pages that show something", "shown", true],
  ["pages without sideways scroll", "fitting", true],
  ["pages without serious barriers", "accessible", true],
  ["every own check passed", "checked", true],
  ["every change without a problem", "changed", true],
  ["live within 90 s", "live_within_90_s", true],
] as const satisfies readonly (readonly [string, keyof typeof VERDICTS, boolean])[];

function shareCompared(pairs: readonly Pair[], [name, key, good]: (typeof SHARES)[number]): Paired<Share> {
  const verdict = (result: EvalResult) => {
    // Where a request states what is expected of it, that is what tells whether a plan is good.
    return key === "planned" && result.expected !== null ? null : VERDICTS[key](result);
  };
  const both = pairs.flatMap(({ before, after }) => {
    const [was, is] = [verdict(before), verdict(after)];
    return was === null || is === null ? [] : [{ was, is }];
  });
  return {
    name,
    before: shareOf(both.filter(({ was }) => was).length, both.length),
    after: shareOf(both.filter(({ is }) => is).length, both.length),
    better: both.filter(({ was, is }) => was !== good && is === good).length,
    worse: both.filter(({ was, is }) => was === good && is !== good).length,
  };
}

type Amount = (result: EvalResult) => number | null;

const AMOUNTS: readonly (readonly [string, Amount])[] = [
  ["tokens", (result) => sum(spentOn(result).map((each) => each.input_tokens + each.output_tokens))],
  ["cost, USD", (result) => sum(spentOn(result).map(({ cost_usd }) => cost_usd))],
  ["seconds to the reply", ({ seconds }) => seconds.reply],
  ["seconds to the end", ({ seconds }) => seconds.end],
];

function amountCompared(
  pairs: readonly Pair[],
  [name, amount]: (typeof AMOUNTS)[number],
): Paired<number> & { readonly of: number } {
  const both = pairs.flatMap(({ before, after }) => {
    const [was, is] = [amount(before), amount(after)];
    return was === null || is === null ? [] : [{ was, is }];
  });
  return {
    name,
    of: both.length,
    before: sum(both.map(({ was }) => was)),
    after: sum(both.map(({ is }) => is)),
    better: both.filter(({ was, is }) => is < was).length,
    worse: both.filter(({ was, is }) => is > was).length,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
