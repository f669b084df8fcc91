import { z } from "zod";
import { OUTCOMES, type Outcome } from "#core/governance/execution/transition.ts";
import { reportedText } from "#core/kernel/text.ts";

const OUTCOME: Readonly<Record<string, Outcome>> = {
  ABORTED: "cancelled",
  TIMED_OUT: "timed_out",
  FAILED: "failed",
  SUCCEEDED: "succeeded",
};

/** How an execution ended, as its seal states it. */
interface Ending {
  readonly outcome: Outcome;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

/** How a state machine ended: its status, and the outcome of an execution that it could not seal. */
export interface MachineEnding {
  readonly status: string;
  readonly outcome?: Outcome | undefined;
  readonly error?: Ending["error"];
}

const unsealedSchema = z.object({
  outcome: z.enum(OUTCOMES),
  error: z.object({ code: reportedText(), message: reportedText() }).optional(),
});

/**
 * Parses the failure cause that the state `Unsealed` of a machine sets: `{"outcome": …, "error"?: …}`. Returns an empty
 * object for any other cause.
 */
export function readUnsealed(cause: string | null | undefined): Omit<MachineEnding, "status"> {
  try {
    return unsealedSchema.safeParse(JSON.parse(cause ?? "null")).data ?? {};
  } catch {
    return {};
  }
}

/** The ending to seal when the state machine ended before it sealed the execution. */
export function endingOf({ status, outcome: known, error }: MachineEnding): Ending {
  if (known) return { outcome: known, error };
  const outcome = OUTCOME[status] ?? "failed";
  if (outcome === "succeeded") return { outcome };
  const code = outcome === "cancelled" ? "Cancelled" : outcome === "timed_out" ? "TimedOut" : "Internal";
  return { outcome, error: { code, message: `The state machine ended with the status ${status}.` } };
}
