import { z } from "zod";
import { OUTCOMES, type Outcome } from "#core/governance/execution/transition.ts";
import { reportedText } from "#core/kernel/text.ts";

const OUTCOME: Readonly<Record<string, Outcome>> = {
  ABORTED: "cancelled",
  TIMED_OUT: "timed_out",
  FAILED: "failed",
  SUCCEEDED: "succeeded",
};

/** How an execution ended, as its seal is told. */
interface Ending {
  readonly outcome: Outcome;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

/** What a machine says of an ending: its status, and the outcome of an execution that it could not seal. */
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
 * What a machine's state Unsealed says in the cause of its failure: `{"outcome": …, "error"?: …}`. Nothing of any
 * other cause.
 */
export function readUnsealed(cause: string | null | undefined): Omit<MachineEnding, "status"> {
  try {
    return unsealedSchema.safeParse(JSON.parse(cause ?? "null")).data ?? {};
  } catch {
    return {};
  }
}

/** The ending that is sealed where the machine itself ended before it was. */
export function endingOf({ status, outcome: known, error }: MachineEnding): Ending {
  if (known) return { outcome: known, error };
  const outcome = OUTCOME[status] ?? "failed";
  if (outcome === "succeeded") return { outcome };
  const code = outcome === "cancelled" ? "Cancelled" : outcome === "timed_out" ? "TimedOut" : "Internal";
  return { outcome, error: { code, message: `The workflow ended as ${status}.` } };
}
