import { readdirSync, readFileSync, statSync } from "node:fs";

/** Clock ticks of /proc/<pid>/stat per second: USER_HZ, 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** The process and everything below it, the living only (Linux, proc(5)). */
export function descendants(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of allPids()) {
    const stat = readStat(pid);
    if (!stat || stat.zombie) continue;
    const siblings = children.get(stat.parent);
    if (siblings) siblings.push(pid);
    else children.set(stat.parent, [pid]);
  }
  const found: number[] = readStat(root)?.zombie === false ? [root] : [];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** Every living process of a user. */
export function processesOf(uid: number): number[] {
  return allPids().filter((pid) => {
    try {
      return statSync(`/proc/${pid}`).uid === uid && readStat(pid)?.zombie === false;
    } catch {
      return false;
    }
  });
}

/** Memory that a process alone is the reason for: anonymous and shared, not the page cache. In bytes. */
export function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    let kilobytes = 0;
    for (const [, value] of status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)) kilobytes += Number(value);
    return kilobytes * 1024;
  } catch {
    return 0;
  }
}

/** CPU time a process has used, in milliseconds. */
export function cpuOf(pid: number): number {
  return readStat(pid)?.cpu_ms ?? 0;
}

/** CPU time that processes have used, together with the children that they have waited for; in milliseconds. */
export function cpuOfAll(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const { cpu_ms, children_ms } = readStat(pid) ?? { cpu_ms: 0, children_ms: 0 };
    return sum + cpu_ms + children_ms;
  }, 0);
}

function allPids(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

interface Stat {
  readonly parent: number;
  readonly zombie: boolean;
  readonly cpu_ms: number;
  /** CPU time of children that have ended and been waited for. */
  readonly children_ms: number;
}

function readStat(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return undefined;
  }
  // The name in parentheses may hold anything, ')' and spaces included.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ms = (user = "0", system = "0") => ((Number(user) + Number(system)) * 1000) / TICKS_PER_SECOND;
  return {
    parent: Number(fields[1]),
    zombie: fields[0] === "Z" || fields[0] === "X",
    cpu_ms: ms(fields[11], fields[12]),
    children_ms: ms(fields[13], fields[14]),
  };
}
