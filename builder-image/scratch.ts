import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "gantry-build-";

/** A folder of this builder's own. Its name says whose it is, so that a later builder can tidy up after it. */
export function makeScratch(parent: string = tmpdir()): string {
  return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
}

/** The process that made a scratch folder of this name; undefined for any other name. */
export function scratchOwner(name: string): number | undefined {
  const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}
