import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { limit } from "#test/support/limits.ts";

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Start time: with the pid it names a process, since pids come again. */
  readonly since: string;
  readonly command: string;
}

const LINE = /^\s*(\d+)\s+(\d+)\s+(\S+ \S+\s+\d+ \S+ \d+)\s+(\S)\S*\s+(.*)$/;

/** Every process of this machine that is not a zombie. */
function processes(): Process[] {
  const text = execFileSync("ps", ["-A", "-o", "pid=,ppid=,lstart=,stat=,args="], {
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "", LC_ALL: "C" },
    maxBuffer: 64 * 2 ** 20,
  });
  return text.split("\n").flatMap((line) => {
    const [, pid, parent, since, state, command] = LINE.exec(line) ?? [];
    return pid === undefined || state === "Z"
      ? []
      : [{ pid: Number(pid), parent: Number(parent), since: since as string, command: command as string }];
  });
}

const nameOf = ({ pid, since }: Process) => `${pid} ${since}`;

/** All processes that a process started, and that those started. */
export function descendants(pid: number): Process[] {
  const all = processes();
  const found: Process[] = [];
  for (let parents = new Set([pid]); parents.size > 0; ) {
    const next = all.filter(({ parent }) => parents.has(parent));
    found.push(...next);
    parents = new Set(next.map((each) => each.pid));
  }
  return found;
}

/** Whether there is still a process of that id. */
export function isAlive({ pid }: Pick<Process, "pid">): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Those of the given processes that live on, and what they started since, after seconds of an idle machine. */
export async function survivors(given: readonly Process[], seconds: number): Promise<string[]> {
  const watched = new Map(given.map((each) => [nameOf(each), each]));
  const longest = limit(seconds);
  for (;;) {
    const all = processes();
    const names = new Set(all.map(nameOf));
    for (const name of watched.keys()) if (!names.has(name)) watched.delete(name);
    const parents = new Set([...watched.values()].map(({ pid }) => pid));
    for (const each of all) if (parents.has(each.parent)) watched.set(nameOf(each), each);
    if (watched.size === 0) return [];
    if (longest.over()) return [...watched.values()].map(({ pid, command }) => `${pid} ${command}`);
    await sleep(100);
  }
}

/** Command lines that name a folder. */
export function commandsNaming(folder: string): string[] {
  return processes()
    .filter(({ pid, command }) => pid !== process.pid && command.includes(folder))
    .map(({ pid, command }) => `${pid} ${command}`);
}
