import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "gantry-build-";

/** Creates a folder for this builder. Its name contains the process id, so that a later builder can remove it. */
export function makeScratch(parent: string = tmpdir()): string {
  return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
}

/** The id of the process that created a scratch folder; undefined for other names. */
export function scratchOwner(name: string): number | undefined {
  const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}
