import { buildFolder, layerPath } from "#core/artifacts.ts";
import { type BuildJob, buildJobSchema } from "#core/build/job.ts";
import { GantryError } from "#core/errors.ts";
import type { Factory } from "#core/factory.ts";
import { stepKey } from "#core/keys.ts";
import type { Manifest } from "#core/manifest/manifest.ts";
import type { Mission } from "#core/mission/mission.ts";
import { missionRef, say } from "#core/mission/missions.ts";
import { stackOf } from "#core/stacks.ts";
import { enterPhase, loadGoing, loadManifest, record, type StepInput } from "#core/steps/context.ts";

export interface BuildInput extends StepInput {
  readonly attempt: number;
  /** How often this attempt was started again because the environment failed. */
  readonly retry: number;
  readonly token: string;
}

type Parts = Pick<Factory, "ledger" | "store" | "artifacts" | "builders" | "workflows" | "policy">;

/** What is kept of a builder that was started: who waits for it, and how to stop it. */
export interface BuildStep {
  readonly token: string;
  readonly task: string | null;
}

export const buildStepKey = (tenant: string, mission: string, attempt: number, retry: number) =>
  stepKey(missionRef(tenant, mission), "build", attempt * 10 + retry);

/**
 * Starts an isolated builder; the token is answered when its result object appears. Run again, it finds the
 * same task, or a result that arrived while nobody waited.
 */
export async function startBuild(factory: Parts, input: BuildInput): Promise<void> {
  const mission = await loadGoing(factory, input);
  const { tenant, mission_id, attempt, retry, token } = input;
  const manifest = await loadManifest(factory, mission);
  const key = buildStepKey(tenant, mission_id, attempt, retry);
  const folder = buildFolder(tenant, mission_id, attempt, retry);
  await enterPhase(factory, input, "BUILDING", attempt);
  // A builder is started again with the very words of the first time, or it would be refused as another one.
  const earlier = await factory.store.get(key);
  const seconds = factory.policy.missions.build_task_seconds;
  const job_url =
    (earlier?.job_url as string | undefined) ??
    (await factory.artifacts.presignGet(`${folder}/job.json`, seconds));
  await factory.store.transact([{ put: { ...key, token, task: earlier?.task ?? null, job_url } }]);
  if (await factory.artifacts.exists(`${folder}/result.json`)) return factory.workflows.succeed(token, {});

  await factory.artifacts.put(
    `${folder}/job.json`,
    JSON.stringify(await makeJob(factory, mission, manifest, input, folder)),
    "application/json",
  );
  const task = await factory.builders.run({
    tenant,
    mission_id,
    attempt,
    retry,
    tier: stackOf(manifest.stack).tier,
    job_url,
  });
  await factory.store.transact([{ put: { ...key, token, task, job_url } }]);
  await record(factory, input, [
    say(
      "gantry.build.started",
      { attempt, retry, task: task.split("/").at(-1) as string },
      { dedupe: `build-${attempt}-${retry}` },
    ),
  ]);
}

async function makeJob(
  { artifacts, policy }: Parts,
  mission: Mission,
  manifest: Manifest,
  { tenant, mission_id, attempt }: BuildInput,
  folder: string,
): Promise<BuildJob> {
  const seconds = policy.missions.build_task_seconds;
  const put = (name: string) => artifacts.presignPut(`${folder}/${name}`, seconds);
  return buildJobSchema.parse({
    version: 1,
    tenant,
    mission_id,
    attempt,
    stack: manifest.stack,
    files: manifest.files,
    audit_command: manifest.audit_command,
    layer: mission.layer_key ? await layerOf(artifacts, mission.layer_key, seconds) : null,
    limits: policy.builder,
    put: {
      progress: await put("progress.json"),
      output: await put("output.tar.zst"),
      log: await put("log.txt"),
      result: await put("result.json"),
    },
  });
}

async function layerOf(
  artifacts: Factory["artifacts"],
  key: string,
  seconds: number,
): Promise<BuildJob["layer"]> {
  const path = layerPath(key);
  const layer = await artifacts.exists(path);
  if (!layer?.sha256) throw new GantryError("EnvironmentFailure", "The app's dependency layer is gone.");
  return { url: await artifacts.presignGet(path, seconds), sha256: layer.sha256, size: layer.size };
}
