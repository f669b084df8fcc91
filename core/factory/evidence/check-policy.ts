import { Refusal } from "#core/evidence/verdict.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { MissionFacts } from "#core/factory/mission/signals.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

/** The policy that belongs to a mission's records: the pinned one or, in format 1, which pinned none, the last to judge. */
export function policyDigest({ pins, policy_sha256 }: Mission): string | null {
  return pins.policy?.sha256 ?? policy_sha256;
}

/** The mission's draft must have been judged by the policy that the mission was pinned to when it began. */
export function requirePolicy({ pins }: Mission, events: readonly AnySignal[]): void {
  if (!pins.policy) return;
  for (const { type, data, sequence } of events) {
    if (type !== "gantry.policy.evaluated") continue;
    const { policy_sha256 } = data as MissionFacts["gantry.policy.evaluated"];
    if (policy_sha256 !== pins.policy.sha256)
      throw new Refusal(
        "POLICY_WRONG",
        `signal ${Number(sequence)}: judged by the policy ${policy_sha256}; the mission is pinned to ${pins.policy.sha256}.`,
      );
  }
}
