import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { processesOf } from "#builder/process/processes.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** User ids that are not in use elsewhere: above people, below the ranges of systemd and of containers. */
const FIRST = 40_000;
const COUNT = 1000;
/** The same place for every builder of a machine, whatever its TMPDIR. */
const LOCKS = "/tmp";

export interface UidLease {
  readonly uid: number;
  release(): void;
}

/**
 * A user id for one job. Its tree is killed by user id, so no two jobs of a machine may share one: a lock file
 * per id, taken over when its holder is gone.
 */
export function leaseUid(): UidLease {
  const start = Math.floor(Math.random() * COUNT);
  for (let i = 0; i < COUNT; i++) {
    const uid = FIRST + ((start + i) % COUNT);
    const lock = join(LOCKS, `gantry-uid-${uid}.lock`);
    if (processesOf(uid).length > 0 || !take(lock)) continue;
    return { uid, release: () => rmSync(lock, { force: true }) };
  }
  throw new GantryError("EnvironmentFailure", "No user id is free for a build.");
}

function take(lock: string): boolean {
  try {
    const fd = openSync(lock, "wx", 0o600);
    writeSync(fd, `${process.pid}`);
    closeSync(fd);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (!holderIsGone(lock)) return false;
    rmSync(lock, { force: true });
    return false;
  }
}

function holderIsGone(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
