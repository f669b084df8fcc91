import { problemsOfChange } from "#cli/eval/problems.ts";
import type { EvalResult, TurnResult } from "#cli/eval/result.ts";

const QUICK_SECONDS = 90;
const WELL = new Set(["DEPLOYED", "SUCCEEDED"]);

/** Whether something holds of a result; null if that was not looked at. */
type Verdict<Result> = (result: Result) => boolean | null;

/** Of a request, or of a change of its app. */
export const TURN_VERDICTS = {
  planned: ({ outcome }) => outcome === "planned",
  asked: ({ outcome }) => outcome === "asked",
  declined: ({ outcome }) => outcome === "declined",
  /** The request led to what was expected. */
  expected: ({ expected }) => expected,
  /** Every label that could be compared holds. */
  labelled: ({ labels }) => (labels.of === 0 ? null : labels.right === labels.of),
  /** The plan contains what it must not, or neither contains nor refuses what was asked. */
  wrong: ({ wrong }) => wrong.length > 0,
  /** The mission ended live, or built where nothing is deployed. */
  built: ({ build }) => build && WELL.has(build.status),
  /** The last run of the plan's own acceptances passed. */
  accepted: ({ build }) => build && build.acceptance?.passed === true,
  /** The page of the live app has no error. */
  clean: ({ visit }) => visit && visit.page_errors.length === 0,
  /** Its first page shows something. */
  shown: ({ visit }) => (visit?.look ? !visit.look.blank : null),
  /** It scrolls sideways at no width. */
  fitting: ({ visit }) => (visit?.look ? visit.look.overflows.length === 0 : null),
  /** It has no serious violation of WCAG 2 AA. */
  accessible: ({ visit }) => (visit?.look?.barriers ? visit.look.barriers.length === 0 : null),
  /** Every own check of the request passed. */
  checked: ({ visit }) => visit && visit.checks.failed.length === 0,
  /** The app was live soon after the first message. */
  live_within_90_s: ({ build, seconds }) =>
    build && build.status === "DEPLOYED" && (seconds.end ?? Infinity) <= QUICK_SECONDS,
} as const satisfies Record<string, Verdict<TurnResult>>;

/** What totals count and comparisons of two runs test, once for each request. */
export const VERDICTS = {
  ...TURN_VERDICTS,
  /** Every change of the app was as expected and left the rest as it was. */
  changed: ({ changes }) =>
    changes.length === 0 ? null : changes.every((change) => problemsOfChange(change).length === 0),
} as const satisfies Record<string, Verdict<EvalResult>>;
