import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Owner } from "#builder/materialise.ts";
import { makeScratch, scratchOwner } from "#builder/scratch.ts";
import { removeCgroup } from "./cgroup.ts";

export interface Workspace {
  /** The supervisor's folder. Commands may traverse it, but not list it. */
  readonly base: string;
  /** The app's folder, owned by the commands' user. */
  readonly app: string;
  /** A Node that the commands' user can reach. */
  readonly node: string;
  remove(): void;
}

/** The hosts file of a sandbox: tests use `localhost`; no other name resolves. */
const HOSTS = "127.0.0.1 localhost\n::1 localhost\n";

/** Creates the folders of one job. With an owner (when the builder is root), the app's folder belongs to them. */
export function createWorkspace(owner: Owner): Workspace {
  // The commands' user could not reach a folder below one that only root can access.
  const parent = owner && !isPassable(tmpdir()) ? "/tmp" : tmpdir();
  sweep(parent);
  const base = makeScratch(parent);
  const app = join(base, "app");
  mkdirSync(app, { mode: 0o700 });
  const users = [1000, ...(owner ? [owner.uid] : [])].map((uid) => `app:x:${uid}:${uid}::/tmp:/bin/sh\n`);
  writeFileSync(join(base, "passwd"), users.join(""), { mode: 0o644 });
  writeFileSync(join(base, "hosts"), HOSTS, { mode: 0o644 });
  if (owner) {
    chownSync(app, owner.uid, owner.gid);
    chmodSync(base, 0o711);
  }
  return { base, app, node: reachableNode(base, owner), remove: () => removeTree(base, app, owner) };
}

/** Removes the folders and processes of builders that were killed before they could clean up. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = scratchOwner(name);
    if (pid === undefined || existsSync(`/proc/${pid}`) || process.platform !== "linux") continue;
    const base = join(parent, name);
    endOrphans(base);
    removeCgroup(name);
    const app = lstatSync(join(base, "app"), { throwIfNoEntry: false });
    const foreign = app !== undefined && app.uid !== process.geteuid?.();
    removeTree(base, join(base, "app"), foreign ? { uid: app.uid, gid: app.gid } : undefined);
  }
}

/** Kills processes of a killed builder: bubblewrap's pid 1 waits forever if the builder is killed during its start. */
function endOrphans(base: string): void {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`${base}/`))
        process.kill(Number(pid), "SIGKILL");
    } catch {
      // The process has ended, or belongs to another user.
    }
  }
}

/**
 * A Node that the commands' user can access: the builder's, or a copy if that is in a folder that only root can access.
 */
function reachableNode(base: string, owner: Owner): string {
  if (!owner || isPassable(dirname(process.execPath))) return process.execPath;
  const copy = join(base, "node");
  copyFileSync(process.execPath, copy);
  return copy;
}

function isPassable(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isPassable(dirname(folder));
}

/**
 * Removes files of untrusted commands, with their user's rights and on one file system only, so that root never
 * traverses folders that they control.
 */
function removeTree(base: string, app: string, owner: Owner): void {
  const drop = owner
    ? ["setpriv", `--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups", "--no-new-privs"]
    : [];
  const as = (argv: string[]) => {
    const [program = "", ...args] = [...drop, ...argv];
    spawnSync(program, args, { stdio: "ignore", env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" } });
  };
  as(["chmod", "-R", "u+rwX", "--", app]);
  as(["rm", "-rf", ...(process.platform === "linux" ? ["--one-file-system"] : []), "--", app]);
  rmSync(base, { recursive: true, force: true });
}
