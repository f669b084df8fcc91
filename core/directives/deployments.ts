interface ProjectRef {
  readonly id: string;
  readonly name: string;
}

/** An output file; `path` is relative to `.vercel/output/`. */
interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Deploys prebuilt output. All methods are idempotent, so that they can be repeated after a crash. Errors:
 * VercelUnavailable (retry after `retry_after_seconds`), VercelRefused, TimedOut.
 */
export interface Deployments {
  ensureProject(name: string): Promise<ProjectRef>;
  /** `meta.gantryKey` is the idempotency key: a project gets one deployment per key. */
  createPreview(input: {
    project: ProjectRef;
    files: readonly OutputFile[];
    meta: Record<string, string>;
  }): Promise<{ id: string; url: string }>;
  /** Resolves when the deployment is ready and has its URL. Throws TimedOut after `seconds`. */
  waitReady(id: string, seconds: number): Promise<{ url: string }>;
  /** Makes the unchanged deployment the production deployment; `url` is the project's production URL. */
  promote(project: ProjectRef, id: string): Promise<{ url: string }>;
  /** The production deployment; null when there is none, or no project with this name or id. */
  currentProduction(project: string): Promise<{ id: string; url: string } | null>;
  /** Deletes a project with all its deployments. Does nothing when there is no such project. */
  removeProject(project: string): Promise<void>;
  /** What an address of a deployment responds to a request for its first page. Never throws. */
  visit(url: string): Promise<Visit>;
}

/** The response of an address, with the digest of its body, or why there was none. Redirects are not followed. */
export type Visit = { readonly status: number; readonly sha256: string } | { readonly unreachable: string };

export interface WithDeployments {
  readonly deployments: Deployments;
}
