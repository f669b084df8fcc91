import { declaredDependencies } from "#core/factory/dependencies/declared.ts";
import type { WithDependencies } from "#core/factory/dependencies/dependencies.ts";
import { withLikelyPackages } from "#core/factory/heal/did-you-mean.ts";
import { fingerprintText } from "#core/factory/heal/fingerprint.ts";
import { failedSoBefore } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import {
  type OpenMission,
  openMission,
  record,
  recordPhase,
  type StepInput,
} from "#core/factory/steps/context.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { layerPath, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { fileText } from "#core/kernel/files.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

export interface InstallInput extends StepInput {
  readonly attempt: number;
}

/** Ensures that the draft's dependency layer exists. A refused dependency is recorded as a failed build of the app. */
export async function installLayer(
  services: WithLedger & WithArtifacts & WithDependencies,
  input: InstallInput,
): Promise<{ refused: boolean; same: boolean; reason: string }> {
  const opened = await openMission(services, input);
  const mission = opened.state;
  opened.enter("BUILDING", input.attempt);
  const manifest = await loadManifest(services, mission);
  const file = manifest.files.find(({ path }) => path === "package.json");
  const packageJson = file && fileText(file);
  try {
    const layer = packageJson === undefined ? null : await provide(services, opened, packageJson);
    await record(opened, [
      missionSignal(
        "gantry.layer.ready",
        {
          key: layer?.key ?? null,
          reused: layer?.reused ?? false,
          lockfile_sha256: layer ? sha256Hex(layer.lockfile) : null,
        },
        layer ? {} : { dedupe: `layer-${input.attempt}` },
      ),
    ]);
    return { refused: false, same: false, reason: "" };
  } catch (error) {
    if (!(error instanceof GantryError) || error.code !== "DependencyRefused") throw error;
    const reason = withLikelyPackages(error.message, "", stackOf(manifest.stack));
    const fingerprint = fingerprintText(reason);
    const same = failedSoBefore(mission, input.attempt, fingerprint);
    await record(opened, [refusal(input.attempt, reason, fingerprint)]);
    return { refused: true, same, reason };
  }
}

async function provide(
  { artifacts, dependencies }: WithArtifacts & WithDependencies,
  mission: OpenMission,
  packageJson: string,
) {
  if (declaredDependencies(packageJson)) await recordPhase(mission); // Resolving and packing take a long time.
  const isKnown = async (key: string) => (await artifacts.exists(layerPath(key))) !== undefined;
  const layer = await dependencies.provide(packageJson, isKnown);
  if (layer?.archive) await artifacts.put(layerPath(layer.key), layer.archive, "application/zstd");
  return layer && { ...layer, reused: layer.archive === undefined };
}

function refusal(attempt: number, reason: string, fingerprint: string) {
  return missionSignal(
    "gantry.build.finished",
    {
      attempt,
      retry: 0,
      verdict: "code",
      reason,
      result_sha256: null,
      log_sha256: null,
      command: [],
      exit_code: null,
      source_sha256: null,
      source_git_tree: null,
      output_sha256: null,
      fingerprint,
    },
    { dedupe: `refused-${attempt}` },
  );
}
