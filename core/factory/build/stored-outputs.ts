import type { Outputs } from "#core/directives/outputs.ts";
import type { WithArchives } from "#core/factory/build/archives.ts";
import { buildFolder, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** The outputs that builders have stored as archives. */
export function createOutputs({ artifacts, archives }: WithArtifacts & WithArchives): Outputs {
  return {
    async read({ tenant, mission, attempt, retry, archive_sha256 }, { collect_files, collect_mb }) {
      const limits = { files: collect_files + 10, bytes: (collect_mb + 8) * 2 ** 20 };
      const folder = buildFolder(tenant, mission, attempt, retry);
      const archive = await artifacts.get(`${folder}/output.tar.zst`, limits.bytes);
      const isSame = archive_sha256 === undefined || (archive && sha256Hex(archive) === archive_sha256);
      if (!archive || !isSame)
        throw new GantryError("EnvironmentFailure", "The build's output is missing or damaged.");
      return archives.unpack(archive, limits);
    },
  };
}
