import { z } from "zod";
import type { StepInput } from "#core/factory/steps/context.ts";
import { markUnsealed, type SealInput, sealMission } from "#core/factory/steps/seal.ts";
import { OUTCOMES, type Outcome } from "#core/governance/execution/transition.ts";
import { reportedText } from "#core/kernel/text.ts";

const OUTCOME: Record<string, Outcome> = {
  ABORTED: "cancelled",
  TIMED_OUT: "timed_out",
  FAILED: "failed",
  SUCCEEDED: "succeeded",
};

/** What the machine says of an ending: its status, and the outcome of a mission that it could not seal. */
export interface MachineEnding {
  readonly status: string;
  readonly outcome?: Outcome | undefined;
  readonly error?: SealInput["error"];
}

const unsealedSchema = z.object({
  outcome: z.enum(OUTCOMES),
  error: z.object({ code: reportedText(), message: reportedText() }).optional(),
});

/**
 * What the machine's state Unsealed says in the cause of its failure: `{"outcome": …, "error"?: …}`. Nothing of any
 * other cause.
 */
export function readUnsealed(cause: string | null | undefined): Omit<MachineEnding, "status"> {
  try {
    return unsealedSchema.safeParse(JSON.parse(cause ?? "null")).data ?? {};
  } catch {
    return {};
  }
}

/**
 * The machine itself ended. When it ended by its own last step everything is recorded already and this changes
 * nothing; when it was aborted, broke or could not seal, the mission is sealed and its slot freed here.
 */
export async function onExecutionEnded(
  services: Parameters<typeof sealMission>[0],
  { tenant, mission_id, status, ...ending }: StepInput & MachineEnding,
): Promise<void> {
  const input = { tenant, mission_id, ...endingOf(status, ending) };
  try {
    await sealMission(services, input);
  } catch (error) {
    await markUnsealed(services, input);
    throw error;
  }
}

function endingOf(
  status: string,
  ending: Omit<MachineEnding, "status">,
): Pick<SealInput, "outcome" | "error"> {
  if (ending.outcome) return { outcome: ending.outcome, error: ending.error };
  const outcome = OUTCOME[status] ?? "failed";
  if (outcome === "succeeded") return { outcome };
  const code = outcome === "cancelled" ? "Cancelled" : outcome === "timed_out" ? "TimedOut" : "Internal";
  return { outcome, error: { code, message: `The workflow ended as ${status}.` } };
}
