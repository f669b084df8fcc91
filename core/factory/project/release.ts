/** One release of a project: a source tree that was made live, or published if going live was not asked for. */
export interface Release {
  /** Counts from 1 within the project. */
  readonly release: number;
  /** The mission that built and audited the source. */
  readonly mission: string;
  /** The execution that made the release: the mission, or the run that restored an earlier release. */
  readonly execution: string;
  /** The number of the release that this one restored; null for a release of its own. */
  readonly restores: number | null;
  /** `failed`: its live address did not show it after the promotion. */
  readonly status: "released" | "failed";
  readonly title: string;
  readonly plan_hash: string;
  /** Git id of the audited source tree. */
  readonly tree: string;
  /** Digest of the artifact with the source: the mission's last draft, with every file. */
  readonly source: string;
  /** Digest of the specification in canonical JSON; null for an app without one. */
  readonly specification_sha256: string | null;
  /** Digest of the artifact with the draft as it was generated, before any repair; null if it was not generated. */
  readonly generated_base: string | null;
  readonly output_sha256: string;
  /** Attempt and retry of the build that stored the output: `1.0`. */
  readonly build: string;
  /** The deployment at Vercel and the live address; null if going live was not asked for. */
  readonly deployment: string | null;
  readonly url: string | null;
  readonly pull_request: string | null;
  /** When it was made live; when the mission ended, if going live was not asked for. */
  readonly promoted_at: string;
}
