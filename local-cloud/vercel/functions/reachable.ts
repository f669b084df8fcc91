import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Whether the user under which functions run can access a path. Root runs functions under another user, who
 * can access only folders that are open to all users.
 */
export function reachable(path: string): boolean {
  if (process.getuid?.() !== 0) return true;
  const open = (at: string): boolean =>
    ((statSync(at, { throwIfNoEntry: false })?.mode ?? 0o777) & 0o001) !== 0 &&
    (at === dirname(at) || open(dirname(at)));
  return open(resolve(path));
}
