import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { snapshotFolder } from "#local/backup/snapshot.ts";
import { readIfThere } from "#local-cloud/durable/read-file.ts";
import { makeFolder, writeDurably } from "#local-cloud/durable/write-file.ts";
import { refuseLevelDb } from "#local-cloud/dynamodb/store/open.ts";
import { addChecksums } from "./add-checksums.ts";
import { refuseOldSignals } from "./refuse-old-signals.ts";

/** The format of the data folder that this program reads and writes. */
export const HOME_VERSION = 3;

const VERSION_FILE = "version";

/** The migration from each format to the next. Each can be repeated after a crash. */
const STEPS: ReadonlyMap<number, (home: string) => void> = new Map([[1, addChecksums]]);

/** The first format whose signal chains this program can continue. */
const SIGNALS_SINCE = 3;

/**
 * Folders that the services of every version created. Other programs, such as the command, also write into
 * the data folder.
 */
const DATA = ["dynamodb", "states", "s3", "kms", "ssm"];

/**
 * Migrates a data folder to the current format, step by step, and logs it. The caller must be the process
 * that holds the folder. Throws an error with a message for people for data of a newer version, data that
 * cannot be migrated, and damaged files.
 */
export async function openHome(home: string, log: (line: string) => void): Promise<void> {
  makeFolder(home);
  rmSync(snapshotFolder(home), { recursive: true, force: true }); // Left by an interrupted backup.
  const found = versionOf(home) ?? HOME_VERSION;
  if (found > HOME_VERSION)
    throw new Error(
      `The data in ${home} was written by a newer version of Gantry (format ${found}; this one reads ${HOME_VERSION} and below). Start that version, or choose another data folder (GANTRY_HOME).`,
    );
  refuseLevelDb(join(home, "dynamodb"));
  if (found < SIGNALS_SINCE) await refuseOldSignals(home, found);
  if (!existsSync(join(home, VERSION_FILE)) && found === HOME_VERSION) writeVersion(home, HOME_VERSION);
  for (let version = found; version < HOME_VERSION; version++) {
    STEPS.get(version)?.(home);
    writeVersion(home, version + 1);
    log(`Migrated the data in ${home} from format ${version} to format ${version + 1}.`);
  }
}

/**
 * Returns the format of a data folder, or undefined for one without data. A folder without a version file has
 * format 1.
 */
export function versionOf(home: string): number | undefined {
  const path = join(home, VERSION_FILE);
  const text = readIfThere(path)?.toString();
  if (text !== undefined) return parseVersion(path, text);
  return DATA.some((name) => existsSync(join(home, name))) ? 1 : undefined;
}

function parseVersion(path: string, text: string): number {
  if (/^[1-9]\d{0,5}\s*$/.test(text)) return Number(text);
  throw new Error(
    `${path} is damaged: it must contain the number of the data folder's format. Restore the data folder from a backup (gantry restore), or write ${HOME_VERSION} into the file if this version of Gantry was the last to use it.`,
  );
}

function writeVersion(home: string, version: number): void {
  writeDurably(join(home, VERSION_FILE), `${version}\n`);
}
