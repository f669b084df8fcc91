import type { WithBuilders } from "#core/factory/build/builders.ts";
import { NO_JOB_EXIT, NO_SANDBOX_EXIT } from "#core/factory/build/exit-code.ts";
import { parseRecord } from "#core/factory/build/parse-record.ts";
import { buildProgressSchema } from "#core/factory/build/result.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { type BuilderLease, openStep, readStep } from "#core/factory/steps/builder-lease.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import { buildFolder, parseBuildObject, type WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

type Services = WithLedger & WithStore & WithArtifacts & WithWorkflows & WithBuilders;
const MAX_PROGRESS_BYTES = 64 * 1024;
const NO_SANDBOX =
  "Builds are refused: they need a sandbox, and the builder has none. Run gantry doctor for the fix, then retry the mission.";

/** Handles an object that a builder wrote: a result completes the task, progress sends a heartbeat. Ignores others. */
export async function onBuildObject(services: Services, object: { key: string }): Promise<void> {
  const build = parseBuildObject(object.key);
  if (!build) return;
  const step = await readStep(services, { ...build, mission_id: build.mission });
  if (!step?.token) return;
  if (build.name === "result.json") return services.workflows.succeed(step.token, {});
  await onProgress(services, build, { ...step, token: step.token }, object.key);
}

export interface StoppedTask {
  readonly tenant: string;
  readonly mission: string;
  readonly attempt: number;
  readonly retry: number;
  /** Number of the builder within its build. */
  readonly start: number;
  readonly exit_code: number | null;
  readonly reason: string;
}

/**
 * Handles the end of a builder's task. Completes or fails the waiting step. When no step waits yet, records the end, so
 * that the build starts another builder instead of waiting for this one. A missing result is a failure of the
 * environment, never of the app.
 */
export async function onTaskStopped(
  services: WithStore & WithClock & WithArtifacts & WithWorkflows,
  task: StoppedTask,
): Promise<void> {
  const opened = await openStep(services, { ...task, mission_id: task.mission });
  const step = await opened.change((known) =>
    known?.start === task.start && known.token === null && !known.ended ? { ...known, ended: true } : known,
  );
  if (!step?.token || step.start !== task.start) return;
  const result = `${buildFolder(task.tenant, task.mission, task.attempt, task.retry)}/result.json`;
  if (await services.artifacts.exists(result)) return services.workflows.succeed(step.token, {});
  if (task.exit_code === NO_SANDBOX_EXIT) return services.workflows.fail(step.token, "NoSandbox", NO_SANDBOX);
  await services.workflows.fail(step.token, "EnvironmentFailure", howItEnded(task));
}

function howItEnded({ exit_code, reason }: StoppedTask): string {
  if (exit_code === NO_JOB_EXIT) return "The builder waited for its job but did not receive one.";
  const exit = exit_code === null ? "without an exit code" : `with exit code ${exit_code}`;
  return `The builder stopped ${exit} and returned no result. ${reason}`.trim();
}

async function onProgress(
  services: Services,
  build: { tenant: string; mission: string; attempt: number },
  step: BuilderLease & { readonly token: string },
  key: string,
): Promise<void> {
  const bytes = await services.artifacts.get(key, MAX_PROGRESS_BYTES);
  const progress = buildProgressSchema.safeParse(parseRecord(bytes));
  if (!progress.success) return;
  const { phase, elapsed_ms, memory_mb } = progress.data;
  const { state } = await services.ledger.append(
    missions,
    missionRef(build.tenant, build.mission),
    (mission) =>
      isBuilding(mission)
        ? {
            drafts: [
              missionSignal("gantry.build.progressed", {
                attempt: build.attempt,
                build_phase: phase,
                elapsed_ms,
                memory_mb,
              }),
            ],
          }
        : null,
  );
  if (!state?.cancel_requested_at) return services.workflows.heartbeat(step.token);
  await services.workflows.fail(step.token, "Cancelled", "The mission was cancelled.");
  if (step.task) await services.builders.stop(step.task, "The mission was cancelled.");
}

function isBuilding(mission: Mission | null): boolean {
  return mission !== null && !hasEnded(mission.state) && mission.phase === "BUILDING";
}
