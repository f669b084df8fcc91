import type { Release } from "#core/factory/project/release.ts";
import type { ProjectFacts, ProjectSignal } from "#core/factory/project/signals.ts";
import { type AggregateRef, listPk, listSk, releaseKey } from "#core/kernel/keys.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

/** An app that outlives its missions: its name at Vercel and GitHub, and its releases. */
export interface Project {
  readonly tenant: string;
  /** The name of its repository and of its project at Vercel. */
  readonly id: string;
  readonly title: string;
  readonly stack: string;
  readonly requester: string;
  /** Number of releases so far. */
  readonly releases: number;
  /** The newest release, which may have failed. */
  readonly latest: Release | null;
  /** The release that is live, or published if going live was not asked for; null while every release has failed. */
  readonly current: Release | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export const projectRef = (tenant: string, id: string): AggregateRef => ({ tenant, kind: "project", id });

export const projects: Projection<Project> = {
  reduce: reduceProject,
  items: releaseItems,
  listing: ({ created_at }) => ({ kind: "project", status: "all", time: created_at }),
};

/** The kind of list that contains the releases of one project, which is its status. */
export const RELEASE_LIST = "release";

/** The project after one more signal. Throws TypeError when the first signal is another than its creation. */
function reduceProject(project: Project | null, signal: Signal): Project {
  const fact = signal as unknown as ProjectSignal;
  if (!project) return begin(signal);
  const next = { ...project, updated_at: signal.time };
  switch (fact.type) {
    case "gantry.project.released":
      return released(next, fact.data);
    default:
      return next;
  }
}

function begin(signal: Signal): Project {
  const fact = signal as unknown as ProjectSignal;
  if (fact.type !== "gantry.project.created")
    throw new TypeError(`the first signal of a project must be gantry.project.created, not ${fact.type}`);
  const { title, stack, requester } = fact.data;
  const [, , tenant, , id] = signal.source.split("/") as [string, string, string, string, string];
  return {
    tenant,
    id,
    title,
    stack,
    requester,
    releases: 0,
    latest: null,
    current: null,
    created_at: signal.time,
    updated_at: signal.time,
  };
}

function released(project: Project, facts: ProjectFacts["gantry.project.released"]): Project {
  const latest: Release = { release: project.releases + 1, ...facts };
  return {
    ...project,
    title: facts.title,
    releases: latest.release,
    latest,
    current: latest.status === "released" ? latest : project.current,
  };
}

/** The item of the newest release: in the project's partition, and in the list of its releases. */
function releaseItems({ tenant, id, latest, updated_at }: Project, before: Project | null): Item[] {
  if (!latest || latest.release === before?.latest?.release) return [];
  const key = releaseKey(projectRef(tenant, id), latest.release);
  return [
    {
      ...key,
      state: latest,
      g1: listPk(tenant, RELEASE_LIST, id),
      g1s: listSk(updated_at, String(latest.release).padStart(6, "0")),
    },
  ];
}
