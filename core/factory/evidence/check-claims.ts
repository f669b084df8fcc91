import { Refusal } from "#core/evidence/verdict.ts";
import type { MissionPredicate } from "#core/factory/evidence/mission-statement.ts";
import { finalPhase, type Mission } from "#core/factory/mission/mission.ts";
import type { MissionFact, MissionFacts } from "#core/factory/mission/signals.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

/** The ending that was sealed must be the one the log leads to. In format 2 a log ends with it; before, it had none. */
export function requireOutcome(
  { outcome, phase, error, signal_format }: MissionPredicate,
  mission: Mission,
  events: readonly AnySignal[],
): void {
  const last = events.at(-1);
  const ends = last?.type === "gantry.execution.transitioned" && mission.outcome === outcome;
  if (signal_format !== undefined && !ends)
    throw new Refusal("OUTCOME_WRONG", `The seal says ${outcome}; the log does not end with that.`);
  const led = finalPhase({ outcome, url: mission.url });
  if (phase !== led) throw new Refusal("OUTCOME_WRONG", `The seal says ${phase}; the log leads to ${led}.`);
  if (canonicalJson(error) !== canonicalJson(mission.error))
    throw new Refusal("OUTCOME_WRONG", "The sealed error is not the one in the log.");
}

/** What went live must be the output that was audited, in a deployment that passed its checks. */
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
    throw new Refusal("DEPLOYMENT_WRONG", "What went live is not the deployment of the audited output.");
  const verified = last(events, "gantry.deployment.verified");
  if (verified?.passed !== true || verified.url !== preview.url)
    throw new Refusal("DEPLOYMENT_WRONG", "What went live did not pass its acceptance checks.");
}

/** What was published must be the source that was audited. */
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

/** What the last signal of a type says. */
function last<F extends MissionFact>(events: readonly AnySignal[], type: F): MissionFacts[F] | undefined {
  return events.findLast((event) => event.type === type)?.data as MissionFacts[F] | undefined;
}
