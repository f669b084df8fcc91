import type { BuildTask, WithBuilders } from "#core/factory/build/builders.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { Policy } from "#core/factory/policy/policy.ts";
import type { StepInput } from "#core/factory/steps/context.ts";
import { buildFolder, type WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { type Key, stepKey } from "#core/kernel/keys.ts";
import { openItem } from "#core/kernel/ledger/change-item.ts";
import { conflict } from "#core/kernel/ledger/retry-on-conflict.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** A build of a mission: the attempt, and the number of retries after failures of the environment. */
export interface BuildRef extends StepInput {
  readonly attempt: number;
  readonly retry: number;
}

/** The record of the builder that a build uses. */
export interface BuilderLease {
  /** Number of the builder within this build, from 0; it grows when a builder is replaced. */
  readonly start: number;
  readonly tier: BuildTask["tier"];
  readonly job_url: string;
  /** Until when the builder is known to poll for its job, in epoch milliseconds. */
  readonly waits_until: number;
  /** The ARN of the builder's task; null until it is known. */
  readonly task: string | null;
  /** The task token of the step that waits for the result; null while the builder is only prepared. */
  readonly token: string | null;
  /** Whether the builder's task ended before a step waited for its result. */
  readonly ended: boolean;
}

const lost = () => conflict("The build was modified concurrently; try again.");

/** Key of a builder's job. Each builder has its own, so that a replaced builder never gets the job of the next one. */
export const jobPath = ({ tenant, mission_id, attempt, retry }: BuildRef, start: number): string =>
  `${buildFolder(tenant, mission_id, attempt, retry)}/job-${start}.json`;

/** The lease of a builder that is not started yet. */
export async function newBuilder(
  { artifacts, clock }: WithArtifacts & WithClock,
  { missions }: Policy,
  build: BuildRef,
  tier: BuildTask["tier"],
  start: number,
): Promise<BuilderLease> {
  const { prepared_seconds, build_task_seconds } = missions;
  return {
    start,
    tier,
    job_url: await artifacts.presignGet(jobPath(build, start), prepared_seconds + build_task_seconds),
    waits_until: clock.now() + prepared_seconds * 1000,
    task: null,
    token: null,
    ended: false,
  };
}

/** Starts the builder unless its task is known, and returns the task ARN. Idempotent. */
export async function startBuilder(
  { builders }: WithBuilders,
  { missions }: Policy,
  build: BuildRef,
  opened: OpenStep,
  { start, tier, job_url, task: known }: BuilderLease,
): Promise<string> {
  if (known) return known;
  const { tenant, mission_id, attempt, retry } = build;
  const wait_seconds = missions.prepared_seconds;
  const task = await builders.run({ tenant, mission_id, attempt, retry, start, tier, job_url, wait_seconds });
  await opened.change((step) => (step?.start === start ? { ...step, task } : step));
  return task;
}

export async function readStep({ store }: WithStore, build: BuildRef): Promise<BuilderLease | undefined> {
  return (await store.get(keyOf(build))) as BuilderLease | undefined;
}

/** The lease of a build, read once. A change that conflicts with another one is computed again. */
export interface OpenStep {
  /** Returns the lease after the change. */
  change<S extends BuilderLease | undefined>(
    alter: (step: BuilderLease | undefined) => S | Promise<S>,
  ): Promise<S>;
}

export async function openStep(parts: WithStore & WithClock, build: BuildRef): Promise<OpenStep> {
  const opened = await openItem(parts, keyOf(build), lost);
  return {
    async change<S extends BuilderLease | undefined>(
      alter: (step: BuilderLease | undefined) => S | Promise<S>,
    ): Promise<S> {
      const item = await opened.change(async (found) => {
        const before = found as BuilderLease | undefined;
        const after = await alter(before);
        return after === before ? undefined : after;
      });
      return item as S;
    },
  };
}

function keyOf({ tenant, mission_id, attempt, retry }: BuildRef): Key {
  return stepKey(missionRef(tenant, mission_id), "build", attempt * 10 + retry);
}
