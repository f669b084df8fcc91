import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Whether the user that functions run as can get to a path. As ourselves, always; but root drops to a stranger,
 * and a stranger may only pass folders that are open to all.
 */
export function reachable(path: string): boolean {
  if (process.getuid?.() !== 0) return true;
  const open = (at: string): boolean =>
    ((statSync(at, { throwIfNoEntry: false })?.mode ?? 0o777) & 0o001) !== 0 &&
    (at === dirname(at) || open(dirname(at)));
  return open(resolve(path));
}
