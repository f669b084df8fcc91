import { execFileSync } from "node:child_process";
import { homedir } from "node:os";
import { SandboxManager } from "@anthropic-ai/sandbox-runtime";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import type { Executor, Sandbox } from "./executor.ts";
import { createWorkspace } from "./workspace.ts";

/**
 * macOS: @anthropic-ai/sandbox-runtime (Seatbelt). Weaker than the others: files outside the home folder can be read,
 * and memory and CPU are not limited. Not covered by this project's tests, which run on Linux.
 */
export function createSrtExecutor(): Executor {
  return {
    name: "srt",
    weaker: true,
    async open(limits) {
      const workspace = createWorkspace(undefined);
      await SandboxManager.initialize({
        network: { allowedDomains: [], deniedDomains: [] },
        filesystem: {
          denyRead: [homedir()],
          allowRead: [workspace.app, process.execPath],
          allowWrite: [workspace.app],
          denyWrite: [],
        },
      });
      const roots = new Set<number>();
      const sandbox: Sandbox = {
        workspace: workspace.app,
        writable: [workspace.app],
        owner: undefined,
        node: process.execPath,
        cgroup: undefined,
        async launch(argv) {
          const command = await SandboxManager.wrapWithSandbox(shellCommand(workspace.app, limits, argv));
          return { argv: ["/bin/bash", "-c", command], files: [] };
        },
        adopt: (pid) => void roots.add(pid),
        processes: () => [...roots].flatMap(treeByPs),
        async killAll() {
          for (const pid of [...roots].flatMap(treeByPs)) process.kill(pid, "SIGKILL");
          roots.clear();
        },
        async close() {
          await sandbox.killAll();
          await SandboxManager.reset();
          workspace.remove();
        },
      };
      return sandbox;
    },
  };
}

function shellCommand(folder: string, limits: BuildLimits, argv: readonly string[]): string {
  const blocks = limits.file_mb * 2048;
  const words = ["env", "-i", "PATH=/usr/bin:/bin", `HOME=${folder}`, ...argv].map(quote).join(" ");
  return `ulimit -c 0 -f ${blocks} -n ${limits.open_files}; cd ${quote(folder)} && exec ${words}`;
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function treeByPs(root: number): number[] {
  const rows = execFileSync("ps", ["-axo", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = rows.some(([pid]) => pid === root) ? [root] : [];
  for (const parent of found)
    for (const [pid, of] of rows) if (of === parent && pid !== undefined) found.push(pid);
  return found;
}
