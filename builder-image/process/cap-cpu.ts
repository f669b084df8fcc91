import { cpuOf } from "./processes.ts";

const POLL_MS = 50;
/** CPU time a command may use ahead of its share. */
const BURST_MS = 250;

/**
 * Holds a tree of processes at a share of the CPU where no control group can: it is stopped while it is ahead
 * of its share and continued when the share has caught up.
 */
export function capCpu(processes: () => number[], cores: number): () => void {
  const started = performance.now();
  const used = new Map<number, number>();
  let stopped: number[] = [];
  const timer = setInterval(() => {
    const pids = processes();
    for (const pid of pids) used.set(pid, Math.max(used.get(pid) ?? 0, cpuOf(pid)));
    const total = [...used.values()].reduce((sum, ms) => sum + ms, 0);
    const share = (performance.now() - started) * cores + BURST_MS;
    if (total > share) {
      stopped = pids;
      signal(pids, "SIGSTOP");
    } else if (stopped.length > 0) {
      signal(stopped, "SIGCONT");
      stopped = [];
    }
  }, POLL_MS);
  return () => {
    clearInterval(timer);
    signal(stopped, "SIGCONT");
  };
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself since it was listed.
    }
  }
}
