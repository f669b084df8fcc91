import { randomBytes } from "node:crypto";
import type { Account } from "./account.ts";
import { ALIASED, aliasTarget, PROMOTED, READY, readyState } from "./lifecycle.ts";
import { readOutput } from "./output.ts";
import { createProjectRecord, findProject } from "./projects.ts";
import { badRequest, notFound, refusal } from "./refusal.ts";
import type { CreateDeployment, ListFilter } from "./requests.ts";
import { type Alias, type Deployment, type Project, projectOf, type StoredFile } from "./state.ts";
import { newId, type Store } from "./store.ts";

const OUTPUT = ".vercel/output/";

/** POST /v13/deployments. Throws `missing_files` if a named file was not uploaded. */
export function create(
  store: Store,
  account: Account,
  moment: number,
  body: CreateDeployment,
  query: { prebuilt?: string | undefined; skipAutoDetectionConfirmation?: string | undefined },
): Deployment {
  if (query.prebuilt !== "1")
    throw badRequest("Only prebuilt deployments (query prebuilt=1) are served by the local cloud.");
  const known = findProject(store.state, account, body.project ?? body.name);
  if (!known && body.project?.startsWith("prj_")) throw notFound("Project not found.");
  const first = !known || !hasDeployments(store, known);
  if (first && !body.projectSettings && query.skipAutoDetectionConfirmation !== "1")
    throw refusal(
      400,
      "missing_project_settings",
      "The `projectSettings` object is required for new projects, but is missing in the deployment payload",
    );

  // Lists are paged by creation time, so each deployment has a unique one.
  const now = Math.max(moment, newest(store) + 1);
  const files = storeFiles(store, body);
  const { nodeVersion, ...settings } = body.projectSettings ?? {};
  const project =
    known ??
    createProjectRecord(store.state, account, now, body.project ?? body.name, {
      ...settings,
      ...(nodeVersion ? { nodeVersion } : {}),
    });
  const deployment = newDeployment(store, project, now, body, files);
  store.commit(
    ...(known ? [] : [{ project }]),
    { deployment },
    ...(deployment.target === "production"
      ? [{ alias: productionAlias(project, deployment, now + ALIASED) }]
      : []),
  );
  return deployment;
}

/** Stores inline files; all named files must exist. */
function storeFiles(store: Store, body: CreateDeployment): Record<string, StoredFile> {
  const files = new Map<string, StoredFile>();
  const missing = new Set<string>();
  for (const file of body.files) {
    if (!file.file.startsWith(OUTPUT))
      throw badRequest(`Invalid request: \`files\` '${file.file}' does not lie below ${OUTPUT}.`);
    const path = file.file.slice(OUTPUT.length);
    if (path.split("/").some((segment) => segment === "" || segment === "." || segment === ".."))
      throw badRequest(`Invalid request: \`files\` '${file.file}' is not a plain path.`);
    if (files.has(path)) throw badRequest(`Invalid request: \`files\` '${file.file}' is given twice.`);
    if ("data" in file) {
      files.set(path, store.keep(Buffer.from(file.data, file.encoding === "base64" ? "base64" : "utf8")));
      continue;
    }
    const size = store.size(file.sha);
    if (size === undefined) missing.add(file.sha);
    else if (size !== file.size)
      throw badRequest(`Invalid request: \`files\` '${file.file}' has ${size} bytes, not ${file.size}.`);
    files.set(path, { sha: file.sha, size: file.size });
  }
  if (missing.size > 0) throw refusal(400, "missing_files", "Missing files", { missing: [...missing] });
  return Object.fromEntries(files);
}

function newDeployment(
  store: Store,
  project: Project,
  now: number,
  body: CreateDeployment,
  files: Record<string, StoredFile>,
): Deployment {
  const output = readOutput(Object.keys(files), (path) =>
    store.read((files[path] as StoredFile).sha).toString("utf8"),
  );
  return {
    id: newId("dpl"),
    label: `${project.label.slice(0, 50)}-${randomBytes(5).toString("hex").slice(0, 9)}`,
    projectId: project.id,
    account: project.account,
    createdAt: now,
    target: body.target ?? null,
    meta: body.meta ?? {},
    files,
    ...("failure" in output ? { failure: output.failure } : {}),
  };
}

/** Finds a deployment by id, or by host name with or without port. */
export function findDeployment(store: Store, account: Account, idOrUrl: string, now: number): Deployment {
  const label = idOrUrl.replace(/:\d+$/, "").replace(/\.localhost$/, "");
  const found =
    store.state.deployments.get(idOrUrl) ??
    [...store.state.deployments.values()].find((deployment) => deployment.label === label) ??
    aliasTarget(store.state, label, now);
  if (!found || found.account !== account.id || found.deletedAt !== undefined)
    throw notFound("Deployment not found");
  return found;
}

/** GET /v7/deployments, newest first, without deleted ones. */
export function list(store: Store, account: Account, filter: ListFilter, now: number): Deployment[] {
  const project =
    filter.projectId === undefined ? undefined : findProject(store.state, account, filter.projectId);
  if (filter.projectId !== undefined && !project) return [];
  const meta = Object.entries(filter).filter(([name]) => name.startsWith("meta-"));
  return [...store.state.deployments.values()]
    .filter((it) => it.account === account.id && it.deletedAt === undefined)
    .filter((it) => project === undefined || it.projectId === project.id)
    .filter((it) => filter.app === undefined || projectOf(store.state, it).name === filter.app)
    .filter((it) => filter.target === undefined || (it.target ?? "preview") === filter.target)
    .filter((it) => !filter.state || filter.state.split(",").includes(readyState(it, now)))
    .filter((it) => filter.since === undefined || it.createdAt > filter.since)
    .filter((it) => filter.until === undefined || it.createdAt < filter.until)
    .filter((it) => meta.every(([name, value]) => it.meta[name.slice("meta-".length)] === value))
    .sort((a, b) => b.createdAt - a.createdAt);
}

const newest = (store: Store) =>
  [...store.state.deployments.values()].reduce((latest, { createdAt }) => Math.max(latest, createdAt), 0);

function hasDeployments(store: Store, project: Project): boolean {
  return [...store.state.deployments.values()].some(({ projectId }) => projectId === project.id);
}

export function cancel(store: Store, deployment: Deployment, now: number): Deployment {
  const state = readyState(deployment, now);
  if (state === "READY" || state === "ERROR")
    throw badRequest(`A deployment that is ${state} cannot be canceled.`);
  const canceled = { ...deployment, canceledAt: deployment.canceledAt ?? now };
  store.commit({ deployment: canceled });
  return canceled;
}

export function remove(store: Store, deployment: Deployment, now: number): void {
  store.commit({ deployment: { ...deployment, deletedAt: now } });
}

/** Deletes a project: its deployments are served no more, and its name is free. */
export function removeProject(store: Store, project: Project, now: number): void {
  const own = [...store.state.deployments.values()].filter(({ projectId }) => projectId === project.id);
  const deleted = own.map((deployment) => ({ deployment: { ...deployment, deletedAt: now } }));
  store.commit(...deleted, { removed: project.id });
}

/** Points the production address to a deployment of the project, without a new build. */
export function promote(store: Store, project: Project, deployment: Deployment, now: number): void {
  if (deployment.projectId !== project.id) throw notFound("Deployment not found");
  if (readyState(deployment, now) !== "READY") throw refusal(409, "conflict", "The deployment is not ready.");
  if (aliasTarget(store.state, project.label, now)?.id === deployment.id)
    throw refusal(409, "conflict", "The deployment is already the current production deployment.");
  store.commit({ alias: productionAlias(project, deployment, now + PROMOTED) });
}

/** Points the production address to a deployment that was in production before. */
export function rollback(store: Store, project: Project, deployment: Deployment, now: number): void {
  const served = store.state.aliases.some(
    ({ label, deploymentId, at }) => label === project.label && deploymentId === deployment.id && at <= now,
  );
  if (!served) throw refusal(422, "unprocessable_entity", "The deployment was never in production.");
  promote(store, project, deployment, now);
}

/** Points another address to a deployment. */
export function assign(
  store: Store,
  deployment: Deployment,
  host: string,
  now: number,
): { alias: Alias; oldDeploymentId?: string } {
  const label = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)\.localhost(:\d+)?$/.exec(host)?.[1];
  if (label === undefined)
    throw badRequest(`Invalid request: \`alias\` '${host}' is not a name below .localhost.`);
  const owner = [...store.state.projects.values()].find((project) => project.label === label);
  const isHost = [...store.state.deployments.values()].some((other) => other.label === label);
  if (isHost || (owner && owner.id !== deployment.projectId))
    throw refusal(409, "alias_in_use", `The alias '${host}' is in use.`);
  const before = aliasTarget(store.state, label, now);
  if (before && before.account !== deployment.account)
    throw refusal(409, "alias_in_use", `The alias '${host}' is in use.`);
  const alias = { ...newAlias(deployment, label), at: Math.max(now, deployment.createdAt + READY) };
  store.commit({ alias });
  return { alias, ...(before ? { oldDeploymentId: before.id } : {}) };
}

const productionAlias = (project: Project, deployment: Deployment, at: number): Alias => ({
  ...newAlias(deployment, project.label),
  at,
});

const newAlias = ({ id, projectId }: Deployment, label: string) => ({
  uid: newId("als"),
  label,
  projectId,
  deploymentId: id,
});
