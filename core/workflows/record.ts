import type { ErrorCode } from "#core/kernel/errors.ts";
import type { Json } from "#core/kernel/json.ts";

/**
 * The states of a step. `waiting`: a wait step until its time has passed. `retrying`: failed, with another attempt due.
 */
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

/** The newest record of a step, or of its compensation (`undo`). */
export interface StepRecord {
  readonly step: string;
  readonly undo: boolean;
  readonly state: StepState;
  /** From 1. */
  readonly attempt: number;
  /** When a wait ends or the next attempt is due, in epoch milliseconds. */
  readonly until_ms?: number | undefined;
  readonly result?: Json | undefined;
  readonly error?: Failure | undefined;
}

/** The record of a step, or of its compensation. */
export function recordOf(
  records: readonly StepRecord[],
  { step, undo }: Pick<StepRecord, "step" | "undo">,
): StepRecord | undefined {
  return records.find((record) => record.step === step && record.undo === undo);
}

/** The records with this one last; it replaces the previous record of the same step. */
export function addRecord(records: readonly StepRecord[], record: StepRecord): readonly StepRecord[] {
  return [...records.filter(({ step, undo }) => step !== record.step || undo !== record.undo), record];
}
