/** One thing that is looked at. `optional` is not there and not needed. */
export interface Check {
  readonly name: string;
  readonly state: "ok" | "missing" | "optional";
  readonly detail: string;
  /** The one command, or the one sentence, that helps. */
  readonly fix?: string;
}
