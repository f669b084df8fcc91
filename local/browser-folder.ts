import { mkdirSync, mkdtempSync, rmdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Returns the folder into which the bundled browser is unpacked: in the checkout, which several data folders
 * share, or in the data folder if this user cannot write into the checkout, such as in a container.
 */
export function browserFolder({ root, home }: { readonly root: string; readonly home: string }): string {
  const shared = join(root, "node_modules/.cache/chromium");
  return canWrite(shared) ? shared : join(home, "chromium");
}

/** Tests by writing, because a file system can be read-only regardless of permissions. */
function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmdirSync(mkdtempSync(join(folder, "writable-")));
    return true;
  } catch {
    return false;
  }
}
