import { UsageError } from "#cli/errors.ts";
import { type AmountCompared, pairedTests, type ShareCompared } from "#cli/eval/paired-tests.ts";
import { type Difference, differenceOf, isDifferent, pairsOf } from "#cli/eval/pairs.ts";
import type { StoredReport } from "#cli/eval/report.ts";

/** How two runs compare over the requests that both have. */
export interface Comparison {
  readonly before: Origin;
  readonly after: Origin;
  readonly compared: number;
  /** What cannot be compared, or only with care, one sentence each. */
  readonly notes: readonly string[];
  readonly shares: readonly ShareCompared[];
  readonly amounts: readonly AmountCompared[];
  /** Requests for which something changed. */
  readonly requests: readonly Difference[];
}

/** Where a report comes from. */
type Origin = Omit<StoredReport, "results">;

/** Compares two runs by their common requests. Throws a UsageError if they have none. */
export function compare(before: StoredReport, after: StoredReport): Comparison {
  const { pairs, ...others } = pairsOf(before.results, after.results);
  if (pairs.length === 0) throw new UsageError("The two reports have no request in common.");
  return {
    before: originOf(before),
    after: originOf(after),
    compared: pairs.length,
    notes: [...unpaired(others), ...notAlike(before, after)],
    ...pairedTests(pairs),
    requests: pairs.map(differenceOf).filter(isDifferent),
  };
}

const originOf = ({ results, ...origin }: StoredReport): Origin => origin;

const LISTED = 12;

function unpaired({ only_before, only_after, rewritten }: Omit<ReturnType<typeof pairsOf>, "pairs">) {
  return (
    [
      [only_before, "only in the report before"],
      [only_after, "only in the report after"],
      [rewritten, "other messages, labels or checks under the same id"],
    ] as const
  ).flatMap(([ids, why]) => (ids.length === 0 ? [] : [`Not compared, ${why}: ${listOf(ids)}.`]));
}

function listOf(ids: readonly string[]): string {
  const more = ids.length > LISTED ? ` and ${ids.length - LISTED} more` : "";
  return `${ids.slice(0, LISTED).join(", ")}${more}`;
}

function notAlike(before: StoredReport, after: StoredReport): string[] {
  const { platform, cpus, cpu } = before.machine;
  const isSameMachine =
    platform === after.machine.platform && cpus === after.machine.cpus && cpu === after.machine.cpu;
  return [
    ...(before.file === after.file ? [] : [`The files differ: ${before.file} and ${after.file}.`]),
    ...[before, after].flatMap(({ results, requests, started_at }) =>
      results.length < requests
        ? [`The run of ${started_at} did not end: it has ${results.length} of ${requests} requests.`]
        : [],
    ),
    ...(isSameMachine ? [] : ["The machines differ, so that times cannot be compared."]),
  ];
}
