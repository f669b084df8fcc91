import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { processesOf } from "#builder/process/processes.ts";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import { seccompFilter } from "#core/operations/seccomp.ts";
import { createCgroup, joining } from "./cgroup.ts";
import { dropTo } from "./drop-to.ts";
import type { Executor, Sandbox } from "./executor.ts";
import { killTrees } from "./kill-tree.ts";
import { leaseUid } from "./lease-uid.ts";
import { limited } from "./limits-prefix.ts";
import { NAMESPACE_SCRIPT } from "./namespace-script.ts";
import { seccompLauncher } from "./seccomp-launcher.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

const NODE = "/opt/node/bin/node";

export interface UidOptions {
  /** False: the supervisor limits memory and CPU even if a control group is available. */
  readonly cgroup?: boolean;
  /** False: no namespaces even if they are available, as in Fargate, where they are not. */
  readonly namespaces?: boolean;
}

/**
 * A separate unprivileged user id for every job (setpriv(1)), for a builder that runs as root. On Linux outside
 * Fargate it also gets namespaces and its own root file system. Fargate does not permit those: there the task is the
 * boundary, its security group blocks the network, and the task's file system remains readable.
 */
export function createUidExecutor({ cgroup = true, namespaces = true }: UidOptions = {}): Executor {
  return {
    name: "uid",
    async open(limits) {
      const launcher = seccompLauncher();
      const lease = leaseUid();
      const owner = { uid: lease.uid, gid: lease.uid };
      const workspace = createWorkspace(owner);
      const group = cgroup ? createCgroup(workspace.base.split("/").at(-1) ?? "gantry", limits) : undefined;
      const filter = join(workspace.base, "seccomp");
      // World-readable, because setpriv opens it again after it has changed the user; it is not secret.
      writeFileSync(filter, seccompFilter(process.arch));
      chmodSync(filter, 0o644);
      const root = join(workspace.base, "root");
      mkdirSync(root);
      const programs = makePrograms(workspace);
      const temporary = makeTemporary(workspace, lease.uid);
      const roots = new Set<number>();
      const isolated = namespaces && mayUnshare();

      const sandbox: Sandbox = {
        workspace: workspace.app,
        writable: [workspace.app, temporary],
        owner,
        node: isolated ? NODE : workspace.node,
        cgroup: group,
        async launch(argv) {
          const inner = [...dropTo(lease.uid), ...limited(limits, [...launcher, ...argv])];
          const outer = isolated
            ? namespaced(root, workspace, limits, inner)
            : plain(workspace, programs, temporary, inner);
          return { argv: joining(group, [...DIE_WITH_PARENT, ...outer]), files: [filter] };
        },
        adopt: (pid) => void roots.add(pid),
        processes: () => processesOf(lease.uid),
        async killAll() {
          // As that user, so that one call also signals processes that are being forked.
          const [setpriv = "", ...drop] = dropTo(lease.uid);
          if (roots.size > 0)
            spawnSync(setpriv, [...drop, "/bin/sh", "-c", "kill -9 -1"], { stdio: "ignore" });
          await killTrees(roots, () => processesOf(lease.uid));
        },
        async close() {
          await sandbox.killAll();
          group?.remove();
          workspace.remove();
          lease.release();
        },
      };
      return sandbox;
    },
  };
}

const DIE_WITH_PARENT = ["/usr/bin/setpriv", "--pdeathsig=KILL"];
const environment = (programs: string) => [`PATH=${programs}:/usr/bin:/bin`, "CI=true", "NO_COLOR=1"];

function plain(
  workspace: Workspace,
  programs: string,
  temporary: string,
  inner: readonly string[],
): string[] {
  return [
    "/usr/bin/env",
    "-i",
    `--chdir=${workspace.app}`,
    ...environment(programs),
    `HOME=${workspace.app}/.home`,
    `TMPDIR=${temporary}`,
    ...inner,
  ];
}

/** A folder with only Node, because other sandboxes do not have programs such as npm, which are next to Node. */
function makePrograms({ base, node }: Workspace): string {
  const folder = join(base, "bin");
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  symlinkSync(node, join(folder, "node"));
  return folder;
}

/** A temporary folder for the job, because the machine's may not be writable for other users. */
function makeTemporary({ base }: Workspace, uid: number): string {
  const folder = join(base, "tmp");
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, uid, uid);
  return folder;
}

function namespaced(
  root: string,
  workspace: Workspace,
  limits: BuildLimits,
  inner: readonly string[],
): string[] {
  return [
    ...["/usr/bin/unshare", "--net", "--mount", "--pid", "--ipc", "--uts", "--fork", "--kill-child"],
    ...[
      "--",
      "/usr/bin/env",
      "-i",
      ...environment(dirname(NODE)),
      "HOME=/tmp",
      "/bin/sh",
      "-c",
      NAMESPACE_SCRIPT,
      "namespace",
    ],
    ...[root, workspace.base, workspace.node, `${Math.min(64, limits.workspace_mb)}m`, ...inner],
  ];
}

function mayUnshare(): boolean {
  const { status } = spawnSync("/usr/bin/unshare", [
    "--net",
    "--mount",
    "--pid",
    "--ipc",
    "--uts",
    "--fork",
    "true",
  ]);
  return status === 0 && existsSync("/bin/mount");
}
