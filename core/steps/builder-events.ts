import { buildFolder, parseBuildObject } from "#core/artifacts.ts";
import { NO_JOB_EXIT, NO_SANDBOX_EXIT } from "#core/build/exit-code.ts";
import { parseRecord } from "#core/build/parse-record.ts";
import { buildProgressSchema } from "#core/build/result.ts";
import type { Factory } from "#core/factory.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import type { Mission } from "#core/mission/mission.ts";
import { missionRef, missions, say } from "#core/mission/missions.ts";
import { type BuildStep, openStep, readStep } from "#core/steps/build-step.ts";

type Parts = Pick<Factory, "ledger" | "store" | "artifacts" | "workflows" | "builders">;
const MAX_PROGRESS_BYTES = 64 * 1024;
const NO_SANDBOX =
  "Builds are refused: they need a sandbox, and the builder has none. gantry doctor names what helps; then run the mission again.";

/** A builder wrote an object: a result resumes the machine, progress keeps it waiting. Other objects mean nothing. */
export async function onBuildObject(factory: Parts, object: { key: string }): Promise<void> {
  const build = parseBuildObject(object.key);
  if (!build) return;
  const step = await readStep(factory, { ...build, mission_id: build.mission });
  if (!step?.token) return;
  if (build.name === "result.json") return factory.workflows.succeed(step.token, {});
  await onProgress(factory, build, { ...step, token: step.token }, object.key);
}

export interface StoppedTask {
  readonly tenant: string;
  readonly mission: string;
  readonly attempt: number;
  readonly retry: number;
  /** Which builder of this build it was. */
  readonly start: number;
  readonly exit_code: number | null;
  readonly reason: string;
}

/**
 * A builder's task ended. A step that waits already is told; where none does yet, the end is written down, so that a
 * build that comes only now starts another one instead of waiting for this one. If there is no result, the
 * environment failed, never the app.
 */
export async function onTaskStopped(
  factory: Pick<Factory, "store" | "clock" | "artifacts" | "workflows">,
  task: StoppedTask,
): Promise<void> {
  const opened = await openStep(factory, { ...task, mission_id: task.mission });
  const step = await opened.change((known) =>
    known?.start === task.start && known.token === null && !known.ended ? { ...known, ended: true } : known,
  );
  if (!step?.token || step.start !== task.start) return;
  const result = `${buildFolder(task.tenant, task.mission, task.attempt, task.retry)}/result.json`;
  if (await factory.artifacts.exists(result)) return factory.workflows.succeed(step.token, {});
  if (task.exit_code === NO_SANDBOX_EXIT) return factory.workflows.fail(step.token, "NoSandbox", NO_SANDBOX);
  await factory.workflows.fail(step.token, "EnvironmentFailure", howItEnded(task));
}

function howItEnded({ exit_code, reason }: StoppedTask): string {
  if (exit_code === NO_JOB_EXIT) return "The builder waited for its job and got none.";
  const exit = exit_code === null ? "without an exit code" : `with exit code ${exit_code}`;
  return `The builder ended ${exit} and left no result. ${reason}`.trim();
}

async function onProgress(
  factory: Parts,
  build: { tenant: string; mission: string; attempt: number },
  step: BuildStep & { readonly token: string },
  key: string,
): Promise<void> {
  const bytes = await factory.artifacts.get(key, MAX_PROGRESS_BYTES);
  const progress = buildProgressSchema.safeParse(parseRecord(bytes));
  if (!progress.success) return;
  const { phase, elapsed_ms, memory_mb } = progress.data;
  const { state } = await factory.ledger.append(
    missions,
    missionRef(build.tenant, build.mission),
    (mission) =>
      isBuilding(mission)
        ? {
            drafts: [
              say("gantry.build.progressed", {
                attempt: build.attempt,
                build_phase: phase,
                elapsed_ms,
                memory_mb,
              }),
            ],
          }
        : null,
  );
  if (!state?.cancel_requested_at) return factory.workflows.heartbeat(step.token);
  await factory.workflows.fail(step.token, "Cancelled", "The mission was cancelled.");
  if (step.task) await factory.builders.stop(step.task, "The mission was cancelled.");
}

function isBuilding(mission: Mission | null): boolean {
  return mission !== null && !hasEnded(mission.state) && mission.phase === "BUILDING";
}
