import { mkdirSync, mkdtempSync, rmdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Where the bundled browser is unpacked: in the checkout, which several homes share, or in the home where this user
 * may not write into the checkout, such as in a container.
 */
export function browserFolder({ root, home }: { readonly root: string; readonly home: string }): string {
  const shared = join(root, "node_modules/.cache/chromium");
  return canWrite(shared) ? shared : join(home, "chromium");
}

/** Tries it: permissions alone do not tell, because a file system may be read-only. */
function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmdirSync(mkdtempSync(join(folder, "writable-")));
    return true;
  } catch {
    return false;
  }
}
