/**
 * The result of one check. `warn`: works with limits, or an optional part is missing. `fail`: a required part fails.
 */
export interface Check {
  readonly name: string;
  readonly state: "ok" | "warn" | "fail";
  /** What was found; for a warning or failure, a sentence with the consequence. */
  readonly detail: string;
  /** The command or sentence that solves the problem. */
  readonly fix?: string;
}
