import { readdirSync, readFileSync, statSync } from "node:fs";

/** Clock ticks per second in /proc/<pid>/stat (USER_HZ): 100 on every Linux that Node supports. */
const TICKS_PER_SECOND = 100;

/** The ids of a process and its descendants, without zombies (Linux, proc(5)). */
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

/** The ids of all processes of a user, without zombies. */
export function processesOf(uid: number): number[] {
  return allPids().filter((pid) => {
    try {
      return statSync(`/proc/${pid}`).uid === uid && readStat(pid)?.zombie === false;
    } catch {
      return false;
    }
  });
}

/** Anonymous and shared memory of a process in bytes, without the page cache. */
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

/** CPU time of a process in milliseconds. */
export function cpuOf(pid: number): number {
  return readStat(pid)?.cpu_ms ?? 0;
}

/** CPU time of processes in milliseconds, including children that they have waited for. */
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
  /** CPU time of children that have ended and were waited for. */
  readonly children_ms: number;
}

function readStat(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return undefined;
  }
  // The name in parentheses can contain any characters, including ')' and spaces.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ms = (user = "0", system = "0") => ((Number(user) + Number(system)) * 1000) / TICKS_PER_SECOND;
  return {
    parent: Number(fields[1]),
    zombie: fields[0] === "Z" || fields[0] === "X",
    cpu_ms: ms(fields[11], fields[12]),
    children_ms: ms(fields[13], fields[14]),
  };
}
