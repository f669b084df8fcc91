/** One thing that was looked at. `warn`: it works with limits, or is not there and not needed by all; `fail`: it is needed. */
export interface Check {
  readonly name: string;
  readonly state: "ok" | "warn" | "fail";
  /** What was found; of a warning or a failure the sentence that says what follows from it. */
  readonly detail: string;
  /** The one command, or the one sentence, that helps. */
  readonly fix?: string;
}
