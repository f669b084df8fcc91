import type { Outcome } from "#core/execution.ts";
import { type SealInput, sealMission } from "#core/steps/seal.ts";

const OUTCOME: Record<string, Outcome> = {
  ABORTED: "cancelled",
  TIMED_OUT: "timed_out",
  FAILED: "failed",
  SUCCEEDED: "succeeded",
};

/**
 * The machine itself ended. When it ended by its own last step everything is recorded already and this changes
 * nothing; when it was aborted or broke, the mission is sealed and its slot freed here.
 */
export async function onExecutionEnded(
  factory: Parameters<typeof sealMission>[0],
  { tenant, mission_id, status }: Omit<SealInput, "outcome" | "error"> & { status: string },
): Promise<void> {
  const outcome = OUTCOME[status] ?? "failed";
  const error = {
    code: outcome === "cancelled" ? "Cancelled" : outcome === "timed_out" ? "TimedOut" : "Internal",
    message: `The workflow ended as ${status}.`,
  };
  await sealMission(factory, { tenant, mission_id, outcome, ...(outcome === "succeeded" ? {} : { error }) });
}
