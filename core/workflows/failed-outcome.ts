import type { Outcome } from "#core/governance/execution/transition.ts";
import type { Failure } from "#core/workflows/record.ts";

/** The outcome of a run that fails with this error. */
export function failedOutcome({ code }: Pick<Failure, "code">): Outcome {
  switch (code) {
    case "Rejected":
      return "rejected";
    case "TimedOut":
      return "timed_out";
    case "Cancelled":
      return "cancelled";
    case "PolicyDenied":
      return "blocked";
    default:
      return "failed";
  }
}
