import { createWriteStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileError } from "#core/kernel/file-error.ts";
import { homeKeys } from "#local/home-keys.ts";
import { PROGRAM } from "#local/program.ts";
import { withRemoval } from "#local/with-removal.ts";
import { syncFolder } from "#local-cloud/durable/write-file.ts";
import { listData } from "./contents.ts";
import { holdHome } from "./hold-home.ts";
import { writeBackup } from "./write-backup.ts";

/** The path at which a running installation returns a backup. */
export const BACKUP_PATH = "/_local/backup";

/**
 * Writes a backup of a data folder to a file that only its owner can read, completely or not at all. If a
 * running Gantry uses the folder, it creates the backup without interrupting its work. Returns the size of
 * the file in bytes.
 */
export async function backUp(home: string, file: string, now: Date): Promise<number> {
  if (existsSync(file)) throw new Error(`${file} exists already.`);
  if (!existsSync(home) || listData(home).length === 0) throw new Error(`There is no data in ${home}.`);
  const partial = `${file}.partial`;
  await withRemoval(
    () => rmSync(partial, { force: true }),
    () =>
      holdHome(home, "backup", async (running) => {
        const content = running ? await askRunning(home, running.origin) : writeBackup(home, now);
        const written = createWriteStream(partial, { flags: "w", mode: 0o600, flush: true });
        await pipeline(content, written).catch((error: NodeJS.ErrnoException) => {
          throw error.syscall === undefined ? error : new Error(`${fileError(file, "written", error)}.`);
        });
        renameSync(partial, file);
      }),
  );
  syncFolder(dirname(file));
  return statSync(file).size;
}

async function askRunning(home: string, origin: string): Promise<Readable> {
  const headers = { authorization: `Bearer ${homeKeys(home).local}` };
  const response = await fetch(new URL(BACKUP_PATH, origin), { method: "POST", headers }).catch(
    () => undefined,
  );
  if (response?.ok && response.body) return Readable.fromWeb(response.body);
  const reason = response
    ? `${response.status} ${(await response.text()).slice(0, 200)}`
    : "it does not respond";
  throw new Error(
    `Gantry at ${origin} cannot create a backup: ${reason}. Stop it and try again: ${PROGRAM} stop`,
  );
}
