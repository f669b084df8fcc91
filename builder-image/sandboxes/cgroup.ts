import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import type { BuildLimits } from "#core/factory/build/limits.ts";

/** The control groups of one job (Linux: Documentation/admin-guide/cgroup-v1 and cgroup-v2). */
export interface Cgroup {
  /** The `cgroup.procs` files to which a process writes its id to join. */
  readonly join: readonly string[];
  oomKills(): number;
  /** CPU time of its processes so far, including ended ones, in milliseconds. */
  cpuMs(): number;
  remove(): void;
}

const ROOT = "/sys/fs/cgroup";
const MEGABYTE = 1024 * 1024;
const PERIOD_US = 100_000;
const V1_CONTROLLERS = ["memory", "cpu", "pids", "cpuacct"];
/** Number of processes of the sandbox itself, in addition to those of the app. */
const OWN_PROCESSES = 16;

/** Creates a control group with the job's limits; undefined when the builder is not permitted to. */
export function createCgroup(name: string, limits: BuildLimits, root = ROOT): Cgroup | undefined {
  const memory = limits.memory_mb * MEGABYTE;
  const quota = Math.round(limits.cpu_cores * PERIOD_US);
  const processes = limits.processes + OWN_PROCESSES;
  if (existsSync(`${root}/cgroup.controllers`)) {
    const group = `${root}/${name}`;
    const cpuMs = () => numberIn(`${group}/cpu.stat`, /^usage_usec (\d+)$/m) / 1e3;
    return make([group], { oom: `${group}/memory.events`, cpuMs }, [
      [`${group}/memory.max`, memory],
      [`${group}/memory.swap.max`, 0],
      [`${group}/cpu.max`, `${quota} ${PERIOD_US}`],
      [`${group}/pids.max`, processes],
    ]);
  }
  const [inMemory, inCpu, inPids] = ["memory", "cpu", "pids"].map(
    (controller) => `${root}/${controller}/${name}`,
  );
  // Most systems mount both controllers at one path, where one folder is a group of both.
  const inCpuacct = existsSync(`${root}/cpu/cpuacct.usage`) ? inCpu : `${root}/cpuacct/${name}`;
  const cpuMs = () => numberIn(`${inCpuacct}/cpuacct.usage`, /^(\d+)$/m) / 1e6;
  const folders = [...new Set([`${inMemory}`, `${inCpu}`, `${inPids}`, `${inCpuacct}`])];
  return make(folders, { oom: `${inMemory}/memory.oom_control`, cpuMs }, [
    [`${inMemory}/memory.limit_in_bytes`, memory],
    [`${inMemory}/memory.memsw.limit_in_bytes`, memory],
    [`${inCpu}/cpu.cfs_period_us`, PERIOD_US],
    [`${inCpu}/cpu.cfs_quota_us`, quota],
    [`${inPids}/pids.max`, processes],
  ]);
}

function numberIn(file: string, pattern: RegExp): number {
  return Number(pattern.exec(readFileSync(file, "utf8"))?.[1] ?? 0);
}

/** Removes the groups of a builder that was killed. */
export function removeCgroup(name: string, root = ROOT): void {
  for (const folder of [`${root}/${name}`, ...V1_CONTROLLERS.map((c) => `${root}/${c}/${name}`)]) {
    if (existsSync(folder)) removeFolder(folder);
  }
}

function removeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // A process is still ending. An empty group that is left behind costs nothing.
  }
}

/** Limits that may be missing, because swap accounting is a kernel option; all others must be set. */
const OPTIONAL = /\/memory\.(memsw\.limit_in_bytes|swap\.max)$/;

function make(
  folders: readonly string[],
  counters: { readonly oom: string; cpuMs(): number },
  limits: readonly (readonly [string, string | number])[],
): Cgroup | undefined {
  const made: string[] = [];
  const remove = () => {
    for (const folder of made.splice(0)) removeFolder(folder);
  };
  try {
    for (const folder of folders) {
      mkdirSync(folder);
      made.push(folder);
    }
    for (const [file, value] of limits) {
      if (OPTIONAL.test(file) && !existsSync(file)) continue;
      writeFileSync(file, `${value}`);
    }
  } catch {
    remove();
    return undefined;
  }
  return {
    join: folders.map((folder) => `${folder}/cgroup.procs`),
    oomKills: () => numberIn(counters.oom, /^oom_kill (\d+)$/m),
    cpuMs: counters.cpuMs,
    remove,
  };
}

/** Prefixes an argument vector with a script that joins the groups and then executes the program. */
export function joining(cgroup: Cgroup | undefined, argv: readonly string[]): readonly string[] {
  if (cgroup === undefined) return argv;
  const script = 'while [ "$1" != -- ]; do echo 0 > "$1" || exit 125; shift; done; shift; exec "$@"';
  return ["/bin/sh", "-c", script, "join", ...cgroup.join, "--", ...argv];
}
