import { Refusal } from "#core/evidence/verdict.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { isGateSignal } from "#core/governance/gate/signals.ts";
import { type AnySignal, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/** Digest of the policy in a mission's records: the pinned one or, in format v1 without pins, the last one used. */
export function policyDigest({ pins, policy_sha256 }: Mission): string | null {
  return pins.policy?.sha256 ?? policy_sha256;
}

/**
 * The draft of a mission, the gates in its log, and the verdict or decision in the consultation that started it must
 * all have used the policy that the mission is pinned to.
 */
export function requirePolicy(
  { id, pins }: Mission,
  events: readonly AnySignal[],
  consultation: readonly AnySignal[],
): void {
  if (!pins.policy) return;
  const beginning = consultation.filter(({ data }) => data?.execution_id === id);
  for (const signal of [...events, ...beginning]) {
    const sha256 = judgedBy(signal);
    if (sha256 !== undefined && sha256 !== pins.policy.sha256)
      throw new Refusal(
        "POLICY_WRONG",
        `${signal.type}, signal ${sequenceOf(signal)}: uses the policy ${sha256}; the mission is pinned to ${pins.policy.sha256}.`,
      );
  }
}

/** The digest of the policy that a signal used; undefined for signals without a policy. */
function judgedBy(signal: AnySignal): unknown {
  const { policy_sha256, policy } = signal.data ?? {};
  if (signal.type === "gantry.policy.evaluated") return policy_sha256;
  return isGateSignal(signal) ? (policy as { sha256?: unknown } | undefined)?.sha256 : undefined;
}
