import { layerPath, type WithArtifacts } from "#core/artifacts.ts";
import { declaredDependencies } from "#core/dependencies/declared.ts";
import type { WithDependencies } from "#core/dependencies/dependencies.ts";
import { GantryError } from "#core/errors.ts";
import { fileText } from "#core/files.ts";
import { sha256Hex } from "#core/hash.ts";
import { fingerprintText } from "#core/heal/fingerprint.ts";
import type { WithLedger } from "#core/ledger/ledger.ts";
import { failedSoBefore } from "#core/mission/mission.ts";
import { say } from "#core/mission/missions.ts";
import {
  loadManifest,
  type OpenMission,
  openMission,
  record,
  type StepInput,
  tellPhase,
} from "#core/steps/context.ts";

export interface InstallInput extends StepInput {
  readonly attempt: number;
}

/** Makes sure the dependency layer of the draft exists. A refused dependency is the app's failure, not ours. */
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
      say(
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
    const fingerprint = fingerprintText(error.message);
    const same = failedSoBefore(mission, input.attempt, fingerprint);
    await record(opened, [refusal(input.attempt, error.message, fingerprint)]);
    return { refused: true, same, reason: error.message };
  }
}

async function provide(
  { artifacts, dependencies }: WithArtifacts & WithDependencies,
  mission: OpenMission,
  packageJson: string,
) {
  if (declaredDependencies(packageJson)) await tellPhase(mission); // Resolving and packing take long.
  const isKnown = async (key: string) => (await artifacts.exists(layerPath(key))) !== undefined;
  const layer = await dependencies.provide(packageJson, isKnown);
  if (layer?.archive) await artifacts.put(layerPath(layer.key), layer.archive, "application/zstd");
  return layer && { ...layer, reused: layer.archive === undefined };
}

function refusal(attempt: number, reason: string, fingerprint: string) {
  return say(
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
