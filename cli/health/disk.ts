import { accessSync, constants, existsSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { CliConfig } from "#cli/config.ts";
import type { Check } from "#core/operations/check.ts";

/** A mission stores a few megabytes, a folder of dependencies some hundred. */
const LITTLE_BYTES = 2e9;
const TOO_LITTLE_BYTES = 200e6;

/** Whether the data folder can be written, and how much room there is. */
export async function checkDisk({ home }: Pick<CliConfig, "home">): Promise<Check> {
  const folder = existing(home);
  const { bavail, bsize } = await statfs(folder);
  return diskCheck({ home, bytes: bavail * bsize, writable: isWritable(folder) });
}

export function diskCheck({
  home,
  bytes,
  writable,
}: {
  readonly home: string;
  readonly bytes: number;
  readonly writable: boolean;
}): Check {
  const name = "disk";
  const elsewhere = "set GANTRY_HOME to a folder that you can write to";
  if (!writable) return { name, state: "fail", detail: `${home} cannot be written`, fix: elsewhere };
  const free = `${(bytes / 1e9).toFixed(1)} GB free for ${home}`;
  if (bytes >= LITTLE_BYTES) return { name, state: "ok", detail: free };
  const fix = `free space on that disk, or ${elsewhere} on another disk`;
  return { name, state: bytes < TOO_LITTLE_BYTES ? "fail" : "warn", detail: `only ${free}`, fix };
}

/** The folder itself or, before the first start, the nearest above it. */
function existing(path: string): string {
  return existsSync(path) ? path : existing(dirname(path));
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
