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

/** One build of a mission: which attempt, and how often it was started again because the environment failed. */
export interface BuildRef extends StepInput {
  readonly attempt: number;
  readonly retry: number;
}

/** What is kept of a build's builder: how it is started, who waits for it, and how to stop it. */
export interface BuilderLease {
  /** Counts the builders of this build from 0. One that can no longer be waited for is followed by the next. */
  readonly start: number;
  readonly tier: BuildTask["tier"];
  readonly job_url: string;
  /** Until when the builder surely asks for its job; milliseconds since 1970. */
  readonly waits_until: number;
  /** Null until it is known. */
  readonly task: string | null;
  /** Who waits for the result; null as long as the builder is only prepared. */
  readonly token: string | null;
  /** Whether the builder's task ended before anything waited for its result. */
  readonly ended: boolean;
}

const lost = () => conflict("The build was modified concurrently; try again.");

/** Each builder of a build has a job of its own, so that one that was given up never gets the next one's. */
export const jobPath = ({ tenant, mission_id, attempt, retry }: BuildRef, start: number): string =>
  `${buildFolder(tenant, mission_id, attempt, retry)}/job-${start}.json`;

/** The step of a builder that is to be started; nothing waits for it yet. */
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

/** Starts the step's builder unless its task is known. Run again, with the very same words, it is the same task. */
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

/** The step of a build, read once; of two changes at once the second is decided again. */
export interface OpenStep {
  /** Returns the step as it is then. */
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
