import { type Project, projectRef, RELEASE_LIST } from "#core/factory/project/project.ts";
import type { Release } from "#core/factory/project/release.ts";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ID_PATTERN } from "#core/kernel/ids.ts";
import { releaseKey } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { type ListPage, type PageRequest, readPage } from "#core/kernel/list/read-page.ts";

/** The tenant's project. Throws NotFound, also for the id of another tenant's project. */
export async function findProject(
  { ledger }: WithLedger,
  { tenant }: Pick<Caller, "tenant">,
  id: string,
): Promise<Project> {
  const project = ID_PATTERN.test(id) ? await ledger.load<Project>(projectRef(tenant, id)) : null;
  if (!project) throw new GantryError("NotFound", `There is no project ${id.slice(0, 80)}.`, { field: "id" });
  return project;
}

/** A page of the tenant's projects, newest first. */
export async function listProjects(
  services: WithStore,
  { tenant }: Caller,
  page: PageRequest,
): Promise<ListPage<Project>> {
  return readPage(services, { tenant, kind: "project", filters: { from: page.from, to: page.to } }, page);
}

/** A page of a project's releases, newest first. */
export async function listReleases(
  services: WithStore,
  { tenant, id }: Pick<Project, "tenant" | "id">,
  page: Pick<PageRequest, "limit" | "cursor">,
): Promise<ListPage<Release>> {
  return readPage(services, { tenant, kind: RELEASE_LIST, status: id, filters: {} }, page);
}

/** The release with this number. Throws NotFound. */
export async function findRelease(
  { store }: WithStore,
  { tenant, id, releases }: Pick<Project, "tenant" | "id" | "releases">,
  number: number,
): Promise<Release> {
  const found =
    number >= 1 && number <= releases
      ? await store.get(releaseKey(projectRef(tenant, id), number))
      : undefined;
  if (found) return found.state as Release;
  throw new GantryError("NotFound", `${id} has no release ${number}; it has ${releases}.`, {
    field: "release",
  });
}

/** The newest release before the one that is live that can be restored. Throws NotFound. */
export async function findReleaseBefore(
  { store }: WithStore,
  { tenant, id, current, releases }: Project,
): Promise<Release> {
  const last = current?.release ?? releases + 1;
  for (let number = last - 1; number >= 1; number--) {
    const release = await findRelease({ store }, { tenant, id, releases }, number);
    if (release.status === "released" && release.deployment !== null) return release;
  }
  throw new GantryError("NotFound", `${id} has no earlier release that was live.`, { field: "release" });
}
