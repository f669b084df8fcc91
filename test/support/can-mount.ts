import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Whether this system lets a process have a small disk of its own, which needs a mount namespace. */
export async function canMount(): Promise<boolean> {
  const mount = ["mount", "-t", "tmpfs", "none", "/mnt"];
  try {
    await promisify(execFile)("unshare", ["--user", "--map-root-user", "--mount", ...mount]);
    return true;
  } catch (error) {
    process.stderr.write(`left out, no mount namespace: ${String(error).split("\n")[0]}\n`);
    return false;
  }
}
