import type { RunInput } from "#core/workflows/open-run.ts";

/** Requests seals of runs without a state machine. */
export interface Sealer {
  /**
   * Requests the seal of a run that has ended or exceeded its time limit, and returns before the run is sealed.
   * Idempotent.
   */
  ask(run: RunInput): Promise<void>;
}

export interface WithSealer {
  readonly sealer: Sealer;
}
