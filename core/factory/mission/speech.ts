import type { Mission } from "#core/factory/mission/mission.ts";
import type { Phase } from "#core/factory/mission/phase.ts";
import { spoken } from "#core/factory/spoken.ts";
import { ERRORS } from "#core/kernel/errors.ts";

const SENTENCES: Record<Phase, (mission: Mission) => string> = {
  AWAITING_INPUT: ({ plan }) => `${plan.title} is waiting for your answer.`,
  QUEUED: ({ plan }) => `${plan.title} is waiting for a free slot.`,
  ARCHITECTING: ({ plan }) =>
    plan.specification
      ? `${plan.title} is being generated from its specification.`
      : `The architect is drafting ${plan.title}.`,
  CHECKING: () => "The draft is being checked against the policy.",
  BUILDING: ({ attempts }) => `Building and auditing, attempt ${Math.max(1, attempts)}.`,
  HEALING: ({ attempts }) => `Attempt ${attempts} failed; the healer is repairing the draft.`,
  REVIEWING: () => "The build passed; the critic is taking a second look.",
  AWAITING_APPROVAL: ({ plan }) => `${plan.title} is waiting for an approval.`,
  DEPLOYING: ({ promoted }) =>
    promoted ? "The live address is being checked." : "The preview is being deployed.",
  VERIFYING: () => "A browser is trying the preview out.",
  PUBLISHING: () => "The pull request is being opened.",
  SEALING: () => "The evidence is being sealed.",
  SEAL_FAILED: ({ plan }) => `${plan.title} has ended, but its evidence could not be sealed yet.`,
  DEPLOYED: ({ plan, url, pr_url, left_out }) =>
    `${plan.title} is live at ${url}.${pr_url ? " The pull request is open." : ""}${missing(left_out)}`,
  SUCCEEDED: ({ plan, pr_url, restored, left_out }) =>
    restored
      ? `${plan.title} is built, but did not show at its live address. Release ${restored.release} is live again.`
      : `${plan.title} is built and audited.${pr_url ? " The pull request is open." : ""}${missing(left_out)}`,
  FAILED: ({ plan, error }) => `${plan.title} failed. ${error ? `${ERRORS[error.code].title}.` : ""}`,
  BLOCKED: ({ plan, manifest_sha256 }) =>
    manifest_sha256
      ? `The policy does not allow the draft of ${plan.title}.`
      : `The policy does not allow the model calls that ${plan.title} needs.`,
  TIMED_OUT: ({ plan }) => `${plan.title} ran out of time.`,
  REJECTED: ({ plan }) => `${plan.title} was rejected.`,
  CANCELLED: ({ plan }) => `${plan.title} was cancelled.`,
};

/** What an app lacks because the model did not write it; the reason may name files, so only the pages are said. */
const missing = (left_out: string | undefined): string =>
  left_out === undefined ? "" : ` Without the model's pages: ${left_out.split(":")[0]}.`;

/**
 * One or two sentences about a mission that can be read aloud, at most 300 characters. For a failure they contain only
 * the title of the error code, because its message names files, commands and other services.
 */
export function speak(mission: Mission): string {
  if (mission.cancel_requested_at && mission.ended_at === null)
    return spoken(`${mission.plan.title} is stopping.`);
  return spoken(SENTENCES[mission.phase](mission));
}
