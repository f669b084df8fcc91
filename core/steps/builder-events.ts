import { buildFolder, parseBuildObject } from "#core/artifacts.ts";
import { NO_SANDBOX_EXIT } from "#core/build/exit-code.ts";
import { buildProgressSchema } from "#core/build/result.ts";
import { hasEnded } from "#core/execution.ts";
import type { Factory } from "#core/factory.ts";
import type { Mission } from "#core/mission/mission.ts";
import { missionRef, missions, say } from "#core/mission/missions.ts";
import { type BuildStep, buildStepKey } from "#core/steps/build.ts";

type Parts = Pick<Factory, "ledger" | "store" | "artifacts" | "workflows" | "builders">;
const MAX_PROGRESS_BYTES = 64 * 1024;
/** What helps most people; the builder's own log names the command for its machine. */
const NO_SANDBOX =
  "Builds need a sandbox, and the builder has none. Install bubblewrap (for example: sudo apt-get install -y bubblewrap) and run the mission again.";

/** A builder wrote an object: a result resumes the machine, progress keeps it waiting. Other objects mean nothing. */
export async function onBuildObject(factory: Parts, object: { key: string }): Promise<void> {
  const build = parseBuildObject(object.key);
  if (!build) return;
  const step = await stepOf(factory, build);
  if (!step) return;
  if (build.name === "result.json") return factory.workflows.succeed(step.token, {});
  await onProgress(factory, build, step, object.key);
}

/** A builder's task ended. If it left no result, the environment failed, never the app. */
export async function onTaskStopped(
  factory: Parts,
  task: {
    tenant: string;
    mission: string;
    attempt: number;
    retry: number;
    exit_code: number | null;
    reason: string;
  },
): Promise<void> {
  const step = await stepOf(factory, task);
  if (!step) return;
  const result = `${buildFolder(task.tenant, task.mission, task.attempt, task.retry)}/result.json`;
  if (await factory.artifacts.exists(result)) return factory.workflows.succeed(step.token, {});
  if (task.exit_code === NO_SANDBOX_EXIT) return factory.workflows.fail(step.token, "NoSandbox", NO_SANDBOX);
  const exit = task.exit_code === null ? "without an exit code" : `with exit code ${task.exit_code}`;
  await factory.workflows.fail(
    step.token,
    "EnvironmentFailure",
    `The builder ended ${exit} and left no result. ${task.reason}`.trim(),
  );
}

async function onProgress(
  factory: Parts,
  build: { tenant: string; mission: string; attempt: number },
  step: BuildStep,
  key: string,
): Promise<void> {
  const bytes = await factory.artifacts.get(key, MAX_PROGRESS_BYTES);
  const progress = buildProgressSchema.safeParse(parseJson(bytes));
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
  if (!state?.cancel_requested) return factory.workflows.heartbeat(step.token);
  await factory.workflows.fail(step.token, "Cancelled", "The mission was cancelled.");
  if (step.task) await factory.builders.stop(step.task, "The mission was cancelled.");
}

function isBuilding(mission: Mission | null): boolean {
  return mission !== null && !hasEnded(mission.status) && mission.phase === "BUILDING";
}

async function stepOf(
  { store }: Parts,
  { tenant, mission, attempt, retry }: { tenant: string; mission: string; attempt: number; retry: number },
): Promise<BuildStep | undefined> {
  const item = await store.get(buildStepKey(tenant, mission, attempt, retry));
  return typeof item?.token === "string"
    ? { token: item.token, task: (item.task as string | null) ?? null }
    : undefined;
}

function parseJson(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // Written by a program that ran untrusted code next door: unusable is not an error.
  }
}
