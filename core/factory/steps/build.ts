import type { WithBuilders } from "#core/factory/build/builders.ts";
import { type BuildJob, buildJobSchema } from "#core/factory/build/job.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { patternsOf } from "#core/factory/policy/evaluate.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import type { Policy } from "#core/factory/policy/policy.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import {
  type BuilderLease,
  type BuildRef,
  jobPath,
  newBuilder,
  openStep,
  startBuilder,
} from "#core/factory/steps/builder-lease.ts";
import { openMission, policyOf, record } from "#core/factory/steps/context.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { buildFolder, layerPath, type WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

export interface BuildInput extends BuildRef {
  readonly token: string;
}

type Services = WithLedger &
  WithStore &
  WithArtifacts &
  WithBuilders &
  WithWorkflows &
  WithPolicies &
  WithClock;

/** A prepared builder is used only if it will poll for at least this long, because its job is yet to be written. */
const HANDOVER_MS = 15_000;

/**
 * Gives a job to an isolated builder, either the prepared one or a new one. The task token is used when the builder's
 * result object is written. A repeated call finds the same builder, or a result that was written in the meantime.
 */
export async function startBuild(services: Services, input: BuildInput): Promise<void> {
  const { attempt, retry, token } = input;
  const mission = await openMission(services, input);
  mission.enter("BUILDING", attempt);
  const manifest = await loadManifest(services, mission.state);
  const policy = await policyOf(services, mission.state);
  const { tier } = stackOf(manifest.stack);
  const folder = buildFolder(input.tenant, input.mission_id, attempt, retry);
  // Store the token before checking for a result: a concurrent result is seen here or finds the token.
  const opened = await openStep(services, input);
  const step = await opened.change((known) => claim(services, policy, input, tier, known));
  if (await services.artifacts.exists(`${folder}/result.json`)) return services.workflows.succeed(token, {});

  await services.artifacts.put(
    jobPath(input, step.start),
    JSON.stringify(await makeJob(services, policy, mission.state, manifest, input, folder)),
    "application/json",
  );
  const task = await startBuilder(services, policy, input, opened, step);
  await record(mission, [
    missionSignal(
      "gantry.build.started",
      { attempt, retry, task: task.split("/").at(-1) as string },
      { dedupe: `build-${attempt}-${retry}` },
    ),
  ]);
}

/**
 * The builder to wait for: the existing one, unless it may stop polling too soon or has a different tier than the app's
 * stack requires. A builder that is not used gets no job and ends after its waiting time.
 */
async function claim(
  services: Services,
  policy: Policy,
  input: BuildInput,
  tier: BuilderLease["tier"],
  known: BuilderLease | undefined,
): Promise<BuilderLease> {
  const { token } = input;
  if (!known) return { ...(await newBuilder(services, policy, input, tier, 0)), token };
  const gone = known.ended || services.clock.now() + HANDOVER_MS > known.waits_until;
  if (known.token === null && (gone || known.tier !== tier))
    return { ...(await newBuilder(services, policy, input, tier, known.start + 1)), token };
  return known.token === token ? known : { ...known, token };
}

async function makeJob(
  { artifacts }: Services,
  policy: Policy,
  mission: Mission,
  manifest: Manifest,
  { tenant, mission_id, attempt }: BuildInput,
  folder: string,
): Promise<BuildJob> {
  if (!mission.policy_sha256)
    throw new GantryError("Internal", "The draft has not been checked against the policy yet.");
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
    patterns: patternsOf(policy),
    put: {
      progress: await put("progress.json"),
      output: await put("output.tar.zst"),
      log: await put("log.txt"),
      result: await put("result.json"),
    },
  });
}

async function layerOf(
  artifacts: WithArtifacts["artifacts"],
  key: string,
  seconds: number,
): Promise<BuildJob["layer"]> {
  const path = layerPath(key);
  const layer = await artifacts.exists(path);
  if (!layer?.sha256) throw new GantryError("EnvironmentFailure", "The app's dependency layer is missing.");
  return { url: await artifacts.presignGet(path, seconds), sha256: layer.sha256, size: layer.size };
}
