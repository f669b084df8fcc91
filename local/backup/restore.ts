import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { RUNNING_FILE, type Running } from "#core/operations/running.ts";
import { PROGRAM } from "#local/program.ts";
import { withRemoval } from "#local/with-removal.ts";
import { makeFolder, syncFolder } from "#local-cloud/durable/write-file.ts";
import { holdHome } from "./hold-home.ts";
import type { Manifest } from "./manifest.ts";
import { readBackup } from "./read-backup.ts";
import { stamp } from "./stamp.ts";

interface Restored {
  readonly manifest: Manifest;
  /** The new path of the previous data, if there was any. */
  readonly aside: string | undefined;
}

/**
 * Creates a data folder from a backup, which is unpacked and checked in a folder beside it and then renamed.
 * A folder that is not empty is refused, or with `force` kept under another name. Throws if a running Gantry
 * uses the folder.
 */
export async function restore(
  home: string,
  file: string,
  options: { force: boolean; now: Date },
): Promise<Restored> {
  const wasThere = existsSync(home);
  makeFolder(home);
  try {
    return await holdHome(home, "restore", (running) => {
      if (running) throw stillRunning(home, running);
      return replace(home, file, options);
    });
  } finally {
    if (!wasThere && readdirSync(home).length === 0) rmdirSync(home);
  }
}

async function replace(
  home: string,
  file: string,
  { force, now }: { force: boolean; now: Date },
): Promise<Restored> {
  const isEmpty = readdirSync(home).every((name) => name === RUNNING_FILE);
  if (!isEmpty && !force)
    throw new Error(
      `There is data in ${home} already. Restore with --force to keep it beside the restored one under another name, or into another data folder (GANTRY_HOME).`,
    );
  const fresh = `${home}.restoring`;
  const remove = () => rmSync(fresh, { recursive: true, force: true });
  remove();
  makeFolder(fresh);
  return withRemoval(remove, async () => {
    const manifest = await readBackup(file, fresh);
    const aside = isEmpty ? undefined : `${home}.before-${stamp(now)}`;
    if (aside) renameSync(home, aside);
    rmSync(join(aside ?? home, RUNNING_FILE), { force: true });
    if (!aside) rmdirSync(home);
    renameSync(fresh, home);
    syncFolder(dirname(home));
    return { manifest, aside };
  });
}

function stillRunning(home: string, { origin, pid }: Running): Error {
  return new Error(
    `Gantry runs at ${origin} (process ${pid}) with the data in ${home}. Stop it first: ${PROGRAM} stop`,
  );
}
