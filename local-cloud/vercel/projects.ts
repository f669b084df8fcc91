import type { Account } from "./account.ts";
import { notFound, refusal } from "./refusal.ts";
import { projectName, read } from "./requests.ts";
import type { Project, ProjectSettings, State } from "./state.ts";
import { newId, type Store } from "./store.ts";

export function findProject(state: State, account: Account, idOrName: string): Project | undefined {
  return [...state.projects.values()].find(
    (project) => project.account === account.id && (project.id === idOrName || project.name === idOrName),
  );
}

export function existingProject(state: State, account: Account, idOrName: string): Project {
  const project = findProject(state, account, idOrName);
  if (!project) throw notFound("Project not found.");
  return project;
}

/** POST /v11/projects. */
export function createProject(
  store: Store,
  account: Account,
  now: number,
  name: string,
  settings: ProjectSettings,
): Project {
  if (findProject(store.state, account, name))
    throw refusal(409, "conflict", `Project "${name}" already exists, please use a new name.`);
  const project = createProjectRecord(store.state, account, now, name, settings);
  store.commit({ project });
  return project;
}

/** PATCH /v9/projects/{idOrName}. As on Vercel, its address does not change. */
export function updateProject(
  store: Store,
  account: Account,
  project: Project,
  now: number,
  { name = project.name, ...settings }: ProjectSettings & { name?: string | undefined },
): Project {
  const other = findProject(store.state, account, name);
  if (other && other.id !== project.id)
    throw refusal(409, "conflict", `Project "${name}" already exists, please use a new name.`);
  const updated = { ...project, name, updatedAt: now, settings: { ...project.settings, ...settings } };
  store.commit({ project: updated });
  return updated;
}

export function createProjectRecord(
  state: State,
  account: Account,
  now: number,
  name: string,
  settings: ProjectSettings,
): Project {
  const id = newId("prj");
  read(projectName, name);
  return {
    id,
    name,
    label: freeLabel(state, name, id),
    account: account.id,
    createdAt: now,
    updatedAt: now,
    settings,
  };
}

/** A DNS label for the production address; if the name is in use, a part of the id is appended. */
function freeLabel(state: State, name: string, id: string): string {
  const plain = name
    .replace(/[^a-z0-9-]/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 56);
  const label = plain === "" ? "project" : plain.replace(/-+$/, "");
  const taken = (candidate: string) =>
    [...state.projects.values()].some((project) => project.label === candidate) ||
    [...state.deployments.values()].some((deployment) => deployment.label === candidate) ||
    state.aliases.some((alias) => alias.label === candidate);
  return taken(label) ? `${label}-${id.slice(-6)}` : label;
}
