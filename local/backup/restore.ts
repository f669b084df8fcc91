import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { RUNNING_FILE } from "#core/running.ts";
import { makeFolder, syncFolder } from "#local/durable/write-file.ts";
import { withRemoval } from "#local/with-removal.ts";
import { holdHome } from "./hold-home.ts";
import type { Manifest } from "./manifest.ts";
import { readBackup } from "./read-backup.ts";
import { stamp } from "./stamp.ts";

interface Restored {
  readonly manifest: Manifest;
  /** Where the data is now that was there before. */
  readonly aside: string | undefined;
}

/**
 * Makes a data folder of a backup: unpacked and checked beside its place, then renamed. A folder that has something
 * in it is refused, or with `force` kept under another name. Refuses while a Gantry uses the folder.
 */
export async function restore(
  home: string,
  file: string,
  options: { force: boolean; now: Date },
): Promise<Restored> {
  const isThere = existsSync(home) && readdirSync(home).length > 0;
  if (isThere) await refuseRunning(home);
  if (isThere && !options.force)
    throw new Error(
      `There is data in ${home} already. Restore with --force to keep it beside the restored one under another name, or into another data folder (GANTRY_HOME).`,
    );
  const fresh = `${home}.restoring`;
  const remove = () => rmSync(fresh, { recursive: true, force: true });
  remove();
  makeFolder(fresh);
  return withRemoval(remove, async () => {
    const manifest = await readBackup(file, fresh);
    const aside = isThere ? `${home}.before-${stamp(options.now)}` : undefined;
    if (aside) putAside(home, aside);
    else if (existsSync(home)) rmdirSync(home);
    renameSync(fresh, home);
    syncFolder(dirname(home));
    return { manifest, aside };
  });
}

function putAside(home: string, aside: string): void {
  renameSync(home, aside);
  rmSync(join(aside, RUNNING_FILE), { force: true });
}

/** Records this process in the folder, so that none starts there meanwhile. */
async function refuseRunning(home: string): Promise<void> {
  const other = await holdHome(home);
  if (other)
    throw new Error(
      `Gantry runs at ${other.origin} (process ${other.pid}) with the data in ${home}. Stop it first: gantry stop`,
    );
}
