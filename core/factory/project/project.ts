import type { Release } from "#core/factory/project/release.ts";
import type { ProjectFacts, ProjectSignal, WORK_KINDS } from "#core/factory/project/signals.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { type AggregateRef, listPk, listSk, releaseKey } from "#core/kernel/keys.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

/** The states of a project and its transitions. `working`: an execution changes it, and no other may. */
const PROJECT_EDGES = {
  active: ["working"],
  working: ["active", "deleted"],
  deleted: [],
} as const;
export type ProjectState = keyof typeof PROJECT_EDGES;
export const PROJECT_STATES = Object.keys(PROJECT_EDGES) as [ProjectState, ...ProjectState[]];

/** The execution that changes a project at the moment. */
export interface Work {
  readonly execution: string;
  readonly kind: (typeof WORK_KINDS)[number];
  readonly since: string;
}

/** An app that outlives its missions: its name at Vercel and GitHub, and its releases. */
export interface Project {
  readonly tenant: string;
  /** The name of its repository and of its project at Vercel. */
  readonly id: string;
  readonly state: ProjectState;
  /** What the state `working` is about; null in others. */
  readonly work: Work | null;
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
  listing: ({ state, created_at }) => ({
    kind: state === "deleted" ? "project-deleted" : "project",
    status: "all",
    time: created_at,
  }),
};

/** The kind of list that contains the releases of one project, which is its status. */
export const RELEASE_LIST = "release";

/**
 * The project after one more signal. Throws IllegalTransition for a transition that is not permitted, TypeError when
 * the first signal is another than its creation.
 */
function reduceProject(project: Project | null, signal: Signal): Project {
  const fact = signal as unknown as ProjectSignal;
  if (!project) return begin(signal);
  const next = { ...project, updated_at: signal.time };
  switch (fact.type) {
    case "gantry.project.work_started":
      return { ...enter(next, "working"), work: { ...fact.data, since: signal.time } };
    case "gantry.project.work_ended":
      return workEnded(next, fact.data.execution);
    case "gantry.project.deleted":
      return { ...enter(next, "deleted"), work: null };
    case "gantry.project.released":
      return workEnded(released(next, fact.data), fact.data.execution);
    default:
      return next;
  }
}

function enter(project: Project, to: ProjectState): Project {
  const allowed: readonly ProjectState[] = PROJECT_EDGES[project.state];
  if (allowed.includes(to)) return { ...project, state: to };
  throw new GantryError("IllegalTransition", `A project cannot go from ${project.state} to ${to}.`, {
    detail: { from: project.state, to, allowed },
  });
}

/** The project without the work of this execution; unchanged if that is not what it works on. */
function workEnded(project: Project, execution: string): Project {
  return project.work?.execution === execution ? { ...enter(project, "active"), work: null } : project;
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
    state: "active",
    work: null,
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
