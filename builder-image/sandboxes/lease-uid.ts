import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { processesOf } from "#builder/process/processes.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** A range of user ids that is otherwise unused: above people's, below those of systemd and containers. */
const FIRST = 40_000;
const COUNT = 1000;
/** The same folder for all builders of a machine, whatever their TMPDIR. */
const LOCKS = "/tmp";

export interface UidLease {
  readonly uid: number;
  release(): void;
}

/**
 * Leases a user id for one job. Processes are killed by user id, so two jobs must not share one. Uses a lock file per
 * id; the lock of an ended process is removed. Throws EnvironmentFailure when no id is free.
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
