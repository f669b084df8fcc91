import type { RunInput } from "#core/workflows/open-run.ts";

/** Has runs sealed that have no machine to do so. */
export interface Sealer {
  /**
   * Asks for the seal of a run that has ended or whose time is over, and returns before it is there. Asking again does
   * no harm.
   */
  ask(run: RunInput): Promise<void>;
}

export interface WithSealer {
  readonly sealer: Sealer;
}
