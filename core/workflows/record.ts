import type { ErrorCode } from "#core/kernel/errors.ts";
import type { Json } from "#core/workflows/values.ts";

/** Where a step is. `waiting` is a wait that goes on, `retrying` a failure that is followed by another attempt. */
export const STEP_STATES = [
  "running",
  "waiting",
  "retrying",
  "awaiting_decision",
  "succeeded",
  "failed",
] as const;
type StepState = (typeof STEP_STATES)[number];

export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What was recorded last of a step, or of undoing it. */
export interface StepRecord {
  readonly step: string;
  readonly undo: boolean;
  readonly state: StepState;
  /** From 1. */
  readonly attempt: number;
  /** When a wait is over, or the next attempt is due: ms since 1970. */
  readonly until_ms?: number | undefined;
  readonly result?: Json | undefined;
  readonly error?: Failure | undefined;
}

/** What is recorded of a step, or of undoing it. */
export function recordOf(
  records: readonly StepRecord[],
  { step, undo }: Pick<StepRecord, "step" | "undo">,
): StepRecord | undefined {
  return records.find((record) => record.step === step && record.undo === undo);
}

/** The records after one more, which takes the place of the one before of the same step and comes last. */
export function addRecord(records: readonly StepRecord[], record: StepRecord): readonly StepRecord[] {
  return [...records.filter(({ step, undo }) => step !== record.step || undo !== record.undo), record];
}
