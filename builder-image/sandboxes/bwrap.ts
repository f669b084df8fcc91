import { existsSync, lstatSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { descendants, processesOf } from "#builder/process/processes.ts";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import { seccompFilter } from "#core/operations/seccomp.ts";
import { createCgroup, joining } from "./cgroup.ts";
import { dropTo } from "./drop-to.ts";
import type { Executor, Sandbox } from "./executor.ts";
import { killTrees } from "./kill-tree.ts";
import { leaseUid } from "./lease-uid.ts";
import { limited } from "./limits-prefix.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

const NODE = "/opt/node/bin/node";
const MEGABYTE = 1024 * 1024;
const SECCOMP_FD = 3;
const STATUS_FD = 4;

export interface BwrapOptions {
  readonly bwrap?: string;
  /** False: the supervisor limits memory and CPU even if a control group is available. */
  readonly cgroup?: boolean;
}

/**
 * bubblewrap (bwrap(1)), started by an unprivileged user: if root started it, its uid 1000 would still be the machine's
 * root. When the builder is root, every job gets its own user id.
 */
export function createBwrapExecutor({
  bwrap = "/usr/bin/bwrap",
  cgroup = true,
}: BwrapOptions = {}): Executor {
  return {
    name: "bwrap",
    async open(limits) {
      const lease = process.geteuid?.() === 0 ? leaseUid() : undefined;
      const owner = lease && { uid: lease.uid, gid: lease.uid };
      const workspace = createWorkspace(owner);
      const group = cgroup ? createCgroup(workspace.base.split("/").at(-1) ?? "gantry", limits) : undefined;
      const filter = join(workspace.base, "seccomp");
      writeFileSync(filter, seccompFilter(process.arch), { mode: 0o600 });
      const roots = new Set<number>();

      const sandbox: Sandbox = {
        workspace: workspace.app,
        writable: [workspace.app],
        owner,
        node: NODE,
        cgroup: group,
        async launch(argv) {
          const wrapped = [
            ...(owner ? dropTo(owner.uid) : []),
            bwrap,
            ...bwrapArguments(workspace, limits),
            "--",
          ];
          return {
            argv: joining(group, [...wrapped, ...limited(limits, argv)]),
            files: [filter],
            status_fd: STATUS_FD,
          };
        },
        adopt: (pid) => void roots.add(pid),
        processes: () => [...roots].flatMap(descendants),
        killAll: () => killTrees(roots, () => (lease ? processesOf(lease.uid) : [])),
        async close() {
          await sandbox.killAll();
          group?.remove();
          workspace.remove();
          lease?.release();
        },
      };
      return sandbox;
    },
  };
}

function bwrapArguments(workspace: Workspace, limits: BuildLimits): string[] {
  const tmp = `${Math.min(64, limits.workspace_mb) * MEGABYTE}`;
  return [
    ...["--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session"],
    ...["--clearenv", "--uid", "1000", "--gid", "1000", "--hostname", "builder"],
    ...["--ro-bind", "/usr", "/usr", ...systemFolders()],
    ...["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"],
    ...["--ro-bind", join(workspace.base, "passwd"), "/etc/passwd"],
    ...["--ro-bind", join(workspace.base, "hosts"), "/etc/hosts"],
    ...["--ro-bind", workspace.node, NODE],
    ...["--proc", "/proc", "--dev", "/dev"],
    ...["--size", `${16 * MEGABYTE}`, "--tmpfs", "/dev/shm", "--size", tmp, "--tmpfs", "/tmp"],
    ...["--bind", workspace.app, "/app", "--chdir", "/app"],
    ...["--remount-ro", "/dev", "--remount-ro", "/"],
    ...["--setenv", "PATH", "/opt/node/bin:/usr/bin:/bin", "--setenv", "HOME", "/tmp"],
    ...["--setenv", "CI", "true", "--setenv", "NO_COLOR", "1"],
    ...["--seccomp", `${SECCOMP_FD}`, "--json-status-fd", `${STATUS_FD}`],
  ];
}

/** Arguments for /bin, /lib, … as on this system: links into /usr, or separate folders. */
function systemFolders(): string[] {
  return ["/bin", "/sbin", "/lib", "/lib32", "/lib64"]
    .filter(existsSync)
    .flatMap((folder) =>
      lstatSync(folder).isSymbolicLink()
        ? ["--symlink", readlinkSync(folder), folder]
        : ["--ro-bind", folder, folder],
    );
}
