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
 * Deploys prebuilt output. Every verb may be repeated after a crash without doubling its effect. Errors:
 * VercelUnavailable (try later; `retry_after_seconds`), VercelRefused, TimedOut.
 */
export interface Deployments {
  ensureProject(name: string): Promise<ProjectRef>;
  /** `meta.gantryKey` names the effect: a project gets one deployment per key, however often it is asked for. */
  createPreview(input: {
    project: ProjectRef;
    files: readonly OutputFile[];
    meta: Record<string, string>;
  }): Promise<{ id: string; url: string }>;
  /** Resolves once the deployment is ready and has its addresses. */
  waitReady(id: string, seconds: number): Promise<{ url: string }>;
  /** Points production to the deployment, as it is; `url` is the project's production address. */
  promote(project: ProjectRef, id: string): Promise<{ url: string }>;
  /** The deployment in production; null when there is none, or no project of this name or id. */
  currentProduction(project: string): Promise<{ id: string; url: string } | null>;
}

export interface WithDeployments {
  readonly deployments: Deployments;
}
