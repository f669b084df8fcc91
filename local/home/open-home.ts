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

/** How the data of a version becomes the next one's; each can be run again after a crash in the middle. */
const STEPS: ReadonlyMap<number, (home: string) => void> = new Map([[1, addChecksums]]);

/** The first format whose chains this program continues. */
const SIGNALS_SINCE = 3;

/** Folders that services of every version have made. Others write into the data folder too: the command, say. */
const DATA = ["dynamodb", "states", "s3", "kms", "ssm"];

/**
 * Brings a data folder to the current format, step by step, and says so. Only for the one process that has the
 * folder. Refuses with a sentence for people: data of a newer Gantry, data it cannot bring forward, damaged files.
 */
export async function openHome(home: string, log: (line: string) => void): Promise<void> {
  makeFolder(home);
  rmSync(snapshotFolder(home), { recursive: true, force: true }); // Of a backup that was cut off.
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
    log(`Brought the data in ${home} from format ${version} to format ${version + 1}.`);
  }
}

/** The format of a data folder, undefined for one without data. Before formats had numbers there was one. */
export function versionOf(home: string): number | undefined {
  const path = join(home, VERSION_FILE);
  const text = readIfThere(path)?.toString();
  if (text !== undefined) return parseVersion(path, text);
  return DATA.some((name) => existsSync(join(home, name))) ? 1 : undefined;
}

function parseVersion(path: string, text: string): number {
  if (/^[1-9]\d{0,5}\s*$/.test(text)) return Number(text);
  throw new Error(
    `${path} is damaged: it must hold the number of the data folder's format. Restore the data folder from a backup (gantry restore), or write ${HOME_VERSION} into the file if this version of Gantry was the last to use it.`,
  );
}

function writeVersion(home: string, version: number): void {
  writeDurably(join(home, VERSION_FILE), `${version}\n`);
}
