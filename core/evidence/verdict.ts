import type { Statement } from "#core/evidence/statement.ts";

/** Every reason for which a pack is not VALID, by the verdict that it leads to. */
export const REASONS = {
  INVALID: [
    "NOT_A_PACK",
    "SEAL_UNREADABLE",
    "SIGNATURE_WRONG",
    "OTHER_MISSION",
    "FILE_CHANGED",
    "FILE_MISSING",
    "LINE_UNREADABLE",
    "CHAIN_BROKEN",
    "FORMATS_MIXED",
    "TREE_DIFFERS",
    "TRANSITION_ILLEGAL",
    "DECISION_WRONG",
    "POLICY_WRONG",
    "RECORD_WRONG",
    "OUTCOME_WRONG",
    "BUILD_WRONG",
    "DEPLOYMENT_WRONG",
    "PULL_REQUEST_WRONG",
  ],
  INCONCLUSIVE: ["KEY_NOT_PINNED", "PACK_EMPTY", "VERSION_UNKNOWN"],
} as const;

export type Reason = (typeof REASONS)[keyof typeof REASONS][number];

interface Finding {
  readonly code: Reason;
  readonly detail: string;
}

export interface Verdict {
  readonly verdict: "VALID" | "INVALID" | "INCONCLUSIVE";
  readonly reasons: readonly Finding[];
  readonly statement: Statement | null;
  /** Files that are in the pack but not under the seal. */
  readonly ignored: readonly string[];
  /** The number of signals whose data is withheld. */
  readonly withheld: number;
}

/** Ends a verification; `code` is the reason of its verdict. */
export class Refusal extends Error {
  readonly code: Reason;
  constructor(code: Reason, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** The verdict that a reason leads to. */
export function verdictOf(code: Reason): "INVALID" | "INCONCLUSIVE" {
  return (REASONS.INCONCLUSIVE as readonly Reason[]).includes(code) ? "INCONCLUSIVE" : "INVALID";
}
