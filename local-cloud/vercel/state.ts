import type { OutputFailure } from "./output.ts";

export interface Project {
  readonly id: string;
  readonly name: string;
  /** `<label>.localhost` is the production address. */
  readonly label: string;
  /** The team or user that owns it; other accounts do not see it. */
  readonly account: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly settings: ProjectSettings;
}

export interface ProjectSettings {
  readonly framework?: string | null | undefined;
  readonly buildCommand?: string | null | undefined;
  readonly installCommand?: string | null | undefined;
  readonly outputDirectory?: string | null | undefined;
  readonly rootDirectory?: string | null | undefined;
  readonly nodeVersion?: string | undefined;
}

export interface StoredFile {
  readonly sha: string;
  readonly size: number;
}

export interface Deployment {
  readonly id: string;
  /** `<label>.localhost` is the deployment's own address. */
  readonly label: string;
  readonly projectId: string;
  readonly account: string;
  readonly createdAt: number;
  readonly target: "production" | null;
  readonly meta: Readonly<Record<string, string>>;
  /** By path relative to `.vercel/output/`. */
  readonly files: Readonly<Record<string, StoredFile>>;
  /** The reason why the output cannot be served; such a deployment ends in ERROR. */
  readonly failure?: OutputFailure;
  readonly canceledAt?: number;
  readonly deletedAt?: number;
}

/** The alias points to the deployment from `at` until a later assignment. */
export interface Alias {
  readonly uid: string;
  readonly label: string;
  readonly projectId: string;
  readonly deploymentId: string;
  readonly at: number;
}

/** The changes of one request, journaled as one line so that they are atomic. */
export type Change =
  | { readonly project: Project }
  | { readonly deployment: Deployment }
  | { readonly alias: Alias }
  | { readonly removed: string };

export interface State {
  readonly projects: Map<string, Project>;
  readonly deployments: Map<string, Deployment>;
  readonly aliases: Alias[];
}

export const emptyState = (): State => ({ projects: new Map(), deployments: new Map(), aliases: [] });

export function apply(state: State, changes: readonly Change[]): void {
  for (const change of changes) {
    if ("project" in change) state.projects.set(change.project.id, change.project);
    else if ("deployment" in change) state.deployments.set(change.deployment.id, change.deployment);
    else if ("removed" in change) state.projects.delete(change.removed);
    else state.aliases.push(change.alias);
  }
}

export function projectOf(state: State, deployment: Deployment): Project {
  const project = state.projects.get(deployment.projectId);
  if (!project) throw new Error(`the journal has ${deployment.id} without its project`);
  return project;
}
