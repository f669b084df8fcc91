import type { ChangeResult, TurnResult } from "#cli/eval/result.ts";
import { among, type Share, shareOf, sum } from "#cli/eval/share.ts";

export interface ChangeTotals {
  /** Changes of live apps that were planned; and of those that were begun, those that are live and were accepted. */
  readonly changes: Share;
  readonly changes_built: Share;
  /** Own checks of the changes that passed. */
  readonly changes_checks: Share;
  /** Labels and checks that held before a change, and hold after it. */
  readonly kept: Share;
  /** Files that the changes touched, of those that the apps had. */
  readonly files_touched: Share;
  /** Changes after which an edit by hand is still in the source; and those after which the entered records are shown. */
  readonly edits_kept: Share;
  readonly records_kept: Share;
  /** Files that differ after a change although its plan does not list them. */
  readonly files_unplanned: number;
}

/** Adds up the results of the changes of live apps. */
export function totalsOfChanges(changes: readonly ChangeResult[]): ChangeTotals {
  return {
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
    edits_kept: among(
      changes.flatMap(({ hand_edit }) => hand_edit?.kept ?? []),
      (isKept) => isKept,
    ),
    records_kept: among(
      changes.flatMap(({ records_kept }) => records_kept ?? []),
      ({ passed }) => passed,
    ),
    files_unplanned: sum(changes.map(({ files }) => files?.unplanned?.length ?? 0)),
  };
}

const partsOf = ({ kept, lost }: ChangeResult) => kept.length + lost.length;

/** The own checks that passed, of those that were performed. */
export function checksPassed(results: readonly TurnResult[]): Share {
  const checks = results.flatMap(({ visit }) => visit?.checks ?? []);
  const passed = sum(checks.map((each) => each.passed.length));
  return shareOf(passed, passed + sum(checks.map(({ failed }) => failed.length)));
}
