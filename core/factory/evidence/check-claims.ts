import { Refusal } from "#core/evidence/verdict.ts";
import type { MissionPredicate } from "#core/factory/evidence/mission-statement.ts";
import { finalPhase, type Mission } from "#core/factory/mission/mission.ts";
import type { MissionFact, MissionFacts } from "#core/factory/mission/signals.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

/**
 * The sealed outcome must follow from the log. A log in format v2 must end with it; logs in format v1 have no ending.
 */
export function requireOutcome(
  { outcome, phase, error, signal_format }: MissionPredicate,
  mission: Mission,
  events: readonly AnySignal[],
): void {
  const last = events.at(-1);
  const ends = last?.type === "gantry.execution.transitioned" && mission.outcome === outcome;
  if (signal_format !== undefined && !ends)
    throw new Refusal(
      "OUTCOME_WRONG",
      `The seal states the outcome ${outcome}; the log does not end with it.`,
    );
  const expected = finalPhase({ outcome, url: mission.url });
  if (phase !== expected)
    throw new Refusal("OUTCOME_WRONG", `The seal states the phase ${phase}; the log leads to ${expected}.`);
  if (canonicalJson(error) !== canonicalJson(mission.error))
    throw new Refusal("OUTCOME_WRONG", "The sealed error is not the one in the log.");
}

/** The promoted deployment must have the audited output and have passed its acceptances. */
export function requireDeployment(
  { output_sha256 }: MissionPredicate,
  mission: Mission,
  events: readonly AnySignal[],
): void {
  const audited = mission.build?.output_sha256 ?? null;
  if (output_sha256 !== audited)
    throw new Refusal("DEPLOYMENT_WRONG", "The sealed output tree is not the audited one.");
  const promoted = last(events, "gantry.deployment.promoted");
  if (!promoted) return;
  const preview = last(events, "gantry.deployment.previewed");
  if (preview?.output_sha256 !== audited || preview.deployment !== promoted.deployment)
    throw new Refusal("DEPLOYMENT_WRONG", "The promoted deployment is not that of the audited output.");
  const verified = last(events, "gantry.deployment.verified");
  if (verified?.passed !== true || verified.url !== preview.url)
    throw new Refusal("DEPLOYMENT_WRONG", "The promoted deployment did not pass its acceptances.");
}

/** The first version of missions whose live address is checked after a promotion. */
const CHECKED_SINCE = 2;

/**
 * A mission that succeeded by going live must have seen its deployment at the live address afterwards. After a failed
 * check nothing is published, and only then may an earlier deployment be restored.
 */
export function requireLiveCheck(
  { outcome }: MissionPredicate,
  mission: Mission,
  events: readonly AnySignal[],
): void {
  const promoted = last(events, "gantry.deployment.promoted");
  const checked = last(events, "gantry.deployment.checked");
  const restored = last(events, "gantry.deployment.restored");
  if (checked && (checked.deployment !== promoted?.deployment || checked.url !== promoted.url))
    throw new Refusal("DEPLOYMENT_WRONG", "The live address was checked for another deployment.");
  const isChecked = Number(mission.workflow?.version ?? 0) >= CHECKED_SINCE;
  if (outcome === "succeeded" && promoted && isChecked && checked?.passed !== true)
    throw new Refusal("DEPLOYMENT_WRONG", "The live address did not show the deployment.");
  if (restored && (checked?.passed !== false || restored.deployment === promoted?.deployment))
    throw new Refusal("DEPLOYMENT_WRONG", "An earlier release was restored without a failed check.");
  if (checked?.passed === false && mission.pull_request_tree !== null)
    throw new Refusal(
      "PULL_REQUEST_WRONG",
      "Source was published after the check of the live address failed.",
    );
}

/** The published source must be the audited source. */
export function requirePullRequest(
  { source }: MissionPredicate,
  { build, pull_request_tree }: Mission,
): void {
  const same =
    (source?.git_tree ?? null) === (build?.source_git_tree ?? null) &&
    (source?.sha256 ?? null) === (build?.source_sha256 ?? null);
  if (!same) throw new Refusal("PULL_REQUEST_WRONG", "The sealed source tree is not the audited one.");
  if (pull_request_tree !== null && pull_request_tree !== build?.source_git_tree)
    throw new Refusal("PULL_REQUEST_WRONG", "The pull request's tree is not the audited source tree.");
}

/** The data of the last signal of a type. */
function last<F extends MissionFact>(events: readonly AnySignal[], type: F): MissionFacts[F] | undefined {
  return events.findLast((event) => event.type === type)?.data as MissionFacts[F] | undefined;
}
