import { deviationOf, paraphrased } from "#cli/eval/paraphrases.ts";
import type { EvalResult } from "#cli/eval/result.ts";
import { type Share, shareOf, sum } from "#cli/eval/share.ts";
import { type ChangeTotals, checksPassed, totalsOfChanges } from "#cli/eval/totals-of-changes.ts";
import { VERDICTS } from "#cli/eval/verdicts.ts";

export interface Totals extends ChangeTotals {
  readonly planned: Share;
  readonly asked: Share;
  readonly declined: Share;
  /** Requests that led to what was expected, of those with an expectation. */
  readonly expected: Share;
  /** Labels that hold, of those that could be compared. */
  readonly labels: Share;
  /** Of the kinds of records that plans have, those that were labelled; and of the labelled ones, those that plans have. */
  readonly precision: Share;
  readonly recall: Share;
  /** Harmonic mean of precision and recall; null without labels. */
  readonly f1: number | null;
  /** Entries of request ledgers that are met, of those that ask for something. */
  readonly words: Share;
  /** Requests whose plan contains what it must not, or neither contains nor refuses what was asked. */
  readonly wrong: Share;
  /** Paraphrases that end as the request whose labels they have. */
  readonly alike: Share;
  /** Standard deviation of the share of labels that hold, among a request and its paraphrases; null without any. */
  readonly paraphrase_deviation: number | null;
  /** Missions that ended live or built, of those that were started. */
  readonly built: Share;
  /** Missions whose last run of acceptances passed, of those that were started. */
  readonly accepted: Share;
  /** Apps without an error on their page, of those that were opened. */
  readonly clean: Share;
  /** Live apps whose first page shows something, of those that were inspected. */
  readonly shown: Share;
  /** Live apps that scroll sideways at no width. */
  readonly fitting: Share;
  /** Live apps without a serious violation of WCAG 2 AA, where that was checked. */
  readonly accessible: Share;
  /** The requests' own checks that passed. */
  readonly checks: Share;
  /** Requests whose app was live within 90 s of the first message, of those that were built. */
  readonly live_within_90_s: Share;
  readonly median_seconds: number | null;
  /** Repairs of all missions. */
  readonly repairs: number;
  /** Of consultations and missions, also those of changes. */
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number;
}

/** Adds up the results of requests. */
export function totalsOf(results: readonly EvalResult[]): Totals {
  const builds = results.flatMap(({ build }) => build ?? []);
  const paid = results.flatMap(spentOn);
  const groups = paraphrased(results);
  const share = (name: keyof typeof VERDICTS) => shareOfVerdict(results, name);
  return {
    planned: share("planned"),
    asked: share("asked"),
    declined: share("declined"),
    expected: share("expected"),
    labels: shareOf(
      sum(results.map(({ labels }) => labels.right)),
      sum(results.map(({ labels }) => labels.of)),
    ),
    ...agreementOf(results),
    words: wordsMet(results),
    wrong: share("wrong"),
    alike: shareOf(sum(groups.map(({ alike }) => alike)), sum(groups.map(({ requests }) => requests - 1))),
    paraphrase_deviation: deviationOf(groups),
    built: share("built"),
    accepted: share("accepted"),
    clean: share("clean"),
    shown: share("shown"),
    fitting: share("fitting"),
    accessible: share("accessible"),
    checks: checksPassed(results),
    ...totalsOfChanges(results.flatMap((result) => result.changes)),
    live_within_90_s: share("live_within_90_s"),
    median_seconds: median(results.flatMap(({ build, seconds }) => (build && seconds.end) ?? [])),
    repairs: sum(builds.map(({ repairs }) => repairs.length)),
    input_tokens: sum(paid.map(({ input_tokens }) => input_tokens)),
    output_tokens: sum(paid.map(({ output_tokens }) => output_tokens)),
    cost_usd: sum(paid.map(({ cost_usd }) => cost_usd)),
  };
}

/** Of the results for which the verdict was given, the share for which it is true. */
function shareOfVerdict(results: readonly EvalResult[], name: keyof typeof VERDICTS): Share {
  const verdicts = results.map(VERDICTS[name]).filter((verdict) => verdict !== null);
  return shareOf(verdicts.filter(Boolean).length, verdicts.length);
}

/** What the consultations and missions of a request used. */
export const spentOn = (result: EvalResult) =>
  [result, ...result.changes].flatMap(({ build, consultation }) => [build ?? [], consultation ?? []].flat());

/** How well the kinds of records of plans agree with the labels. */
function agreementOf(results: readonly EvalResult[]): Pick<Totals, "precision" | "recall" | "f1"> {
  const [same, labelled, built] = (["same", "labelled", "built"] as const).map((member) =>
    sum(results.map(({ records }) => records[member])),
  ) as [number, number, number];
  const both = labelled + built;
  return {
    precision: shareOf(Math.min(same, built), built),
    recall: shareOf(same, labelled),
    f1: both === 0 ? null : (2 * same) / both,
  };
}

function wordsMet(results: readonly EvalResult[]): Share {
  const words = results.flatMap(({ words }) => words ?? []);
  const met = sum(words.map((each) => each.met + each.met_by_kind));
  return shareOf(met, met + sum(words.map(({ refused, asked }) => refused + asked)));
}

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
