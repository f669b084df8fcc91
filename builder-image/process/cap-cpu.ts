import { cpuOf } from "./processes.ts";

const POLL_MS = 50;
/** CPU time that a command may use in advance of its share. */
const BURST_MS = 250;

/**
 * Limits the CPU usage of processes where control groups are not available: stops them while they exceed their share
 * and continues them when the share has caught up. Returns a function that ends the limit.
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
      // The process has ended since it was listed.
    }
  }
}
