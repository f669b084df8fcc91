import type { ChangeResult, EvalResult, TurnResult } from "#cli/eval/result.ts";
import { VERDICTS } from "#cli/eval/verdicts.ts";

/** A share with the limits of its 95 % confidence interval, all from 0 to 1. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface Totals {
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
  /** Changes of live apps that were planned; and of those that were begun, those that are live and were accepted. */
  readonly changes: Share;
  readonly changes_built: Share;
  /** Own checks of the changes that passed. */
  readonly changes_checks: Share;
  /** Labels and checks that held before a change, and hold after it. */
  readonly kept: Share;
  /** Files that the changes touched, of those that the apps had. */
  readonly files_touched: Share;
  /** Files that differ after a change although its plan does not list them. */
  readonly files_unplanned: number;
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
  const changes = results.flatMap((result) => result.changes);
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
    built: share("built"),
    accepted: share("accepted"),
    clean: share("clean"),
    shown: share("shown"),
    fitting: share("fitting"),
    accessible: share("accessible"),
    checks: checksPassed(results),
    changes: among(changes, ({ outcome }) => outcome === "planned"),
    changes_built: among(
      changes.filter(({ build }) => build),
      ({ build }) => build?.status === "DEPLOYED" && build.acceptance?.passed === true,
    ),
    changes_checks: checksPassed(changes),
    kept: shareOf(sum(changes.map(({ kept }) => kept.length)), sum(changes.map(partsOf))),
    files_touched: shareOf(
      sum(changes.map(({ files }) => files?.touched ?? 0)),
      sum(changes.map(({ files }) => files?.of ?? 0)),
    ),
    files_unplanned: sum(changes.map(({ files }) => files?.unplanned?.length ?? 0)),
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

const partsOf = ({ kept, lost }: ChangeResult) => kept.length + lost.length;

const among = <T>(all: readonly T[], test: (one: T) => boolean): Share =>
  shareOf(all.filter(test).length, all.length);

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

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

function checksPassed(results: readonly TurnResult[]): Share {
  const checks = results.flatMap(({ visit }) => visit?.checks ?? []);
  const passed = sum(checks.map((each) => each.passed.length));
  return shareOf(passed, passed + sum(checks.map(({ failed }) => failed.length)));
}

function wordsMet(results: readonly EvalResult[]): Share {
  const words = results.flatMap(({ words }) => words ?? []);
  const met = sum(words.map((each) => each.met + each.met_by_kind));
  return shareOf(met, met + sum(words.map(({ refused, asked }) => refused + asked)));
}

/** Quantile of the normal distribution for 95 %. */
const Z = 1.959964;

/** A share with Wilson's score interval: E. B. Wilson, J. Amer. Statist. Assoc. 22 (1927), 209-212. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 };
  const share = count / of;
  const scale = 1 + Z ** 2 / of;
  const centre = (share + Z ** 2 / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { count, of, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
