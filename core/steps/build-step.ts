import { buildFolder } from "#core/artifacts.ts";
import type { Factory } from "#core/factory.ts";
import { type Key, stepKey } from "#core/keys.ts";
import { changeItem } from "#core/ledger/change-item.ts";
import { conflict } from "#core/ledger/retry-on-conflict.ts";
import { missionRef } from "#core/mission/missions.ts";
import type { BuildTask } from "#core/ports.ts";
import type { StepInput } from "#core/steps/context.ts";

/** One build of a mission: which attempt, and how often it was started again because the environment failed. */
export interface BuildRef extends StepInput {
  readonly attempt: number;
  readonly retry: number;
}

/** What is kept of a build's builder: how it is started, who waits for it, and how to stop it. */
export interface BuildStep {
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
  /** Whether the builder's task is known to have ended. */
  readonly ended: boolean;
}

const lost = () => conflict("The build was modified concurrently; try again.");

/** Each builder of a build has a job of its own, so that one that was given up never gets the next one's. */
export const jobPath = ({ tenant, mission_id, attempt, retry }: BuildRef, start: number): string =>
  `${buildFolder(tenant, mission_id, attempt, retry)}/job-${start}.json`;

/** The step of a builder that is to be started; nothing waits for it yet. */
export async function newBuilder(
  { artifacts, policy, clock }: Pick<Factory, "artifacts" | "policy" | "clock">,
  build: BuildRef,
  tier: BuildTask["tier"],
  start: number,
): Promise<BuildStep> {
  const { prepared_seconds, build_task_seconds } = policy.missions;
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
  { store, clock, builders, policy }: Pick<Factory, "store" | "clock" | "builders" | "policy">,
  build: BuildRef,
  { start, tier, job_url, task: known }: BuildStep,
): Promise<string> {
  if (known) return known;
  const { tenant, mission_id, attempt, retry } = build;
  const wait_seconds = policy.missions.prepared_seconds;
  const task = await builders.run({ tenant, mission_id, attempt, retry, start, tier, job_url, wait_seconds });
  await changeStep({ store, clock }, build, (step) => (step?.start === start ? { ...step, task } : step));
  return task;
}

export async function readStep(
  { store }: Pick<Factory, "store">,
  build: BuildRef,
): Promise<BuildStep | undefined> {
  return (await store.get(keyOf(build))) as BuildStep | undefined;
}

/** Changes the step as `change` says; of two at once the second decides again. Answers the step as it is then. */
export async function changeStep<S extends BuildStep | undefined>(
  { store, clock }: Pick<Factory, "store" | "clock">,
  build: BuildRef,
  change: (step: BuildStep | undefined) => S | Promise<S>,
): Promise<S> {
  const item = await changeItem({ store, clock }, keyOf(build), lost, async (found) => {
    const before = found as BuildStep | undefined;
    const after = await change(before);
    return after === before ? undefined : after;
  });
  return item as S;
}

function keyOf({ tenant, mission_id, attempt, retry }: BuildRef): Key {
  return stepKey(missionRef(tenant, mission_id), "build", attempt * 10 + retry);
}
