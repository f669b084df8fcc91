import type { Sandbox } from "#builder/sandboxes/executor.ts";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import type { KillReason } from "#core/factory/build/result.ts";
import { capCpu } from "./cap-cpu.ts";
import { memoryOf } from "./processes.ts";
import { watchDisk } from "./watch-disk.ts";

const MEMORY_POLL_MS = 100;
const MEGABYTE = 1024 * 1024;
/** Fast allocations can exceed a polled limit by up to this much. */
const MEMORY_MARGIN_MB = 100;

interface Watch {
  readonly sandbox: Sandbox;
  readonly limits: BuildLimits;
  kill(reason: KillReason): void;
  onMemory(bytes: number): void;
}

/** Enforces memory, CPU and disk limits of a running command; control groups enforce the first two if available. */
export function watch({ sandbox, limits, kill, onMemory }: Watch): { peak(): number; stop(): void } {
  let peak = 0;
  const oomBefore = sandbox.cgroup?.oomKills() ?? 0;
  const line = Math.max(limits.memory_mb - MEMORY_MARGIN_MB, limits.memory_mb / 2) * MEGABYTE;
  const memory = setInterval(() => {
    const used = sandbox.processes().reduce((sum, pid) => sum + memoryOf(pid), 0);
    peak = Math.max(peak, used);
    onMemory(used);
    // The kernel kills one process of a tree; the others could wait for it forever.
    const over = sandbox.cgroup ? sandbox.cgroup.oomKills() > oomBefore : used > line;
    if (over) kill("memory");
  }, MEMORY_POLL_MS);
  const stopDisk = watchDisk(sandbox.writable, limits, kill);
  const stopCpu = sandbox.cgroup === undefined ? capCpu(sandbox.processes, limits.cpu_cores) : undefined;
  return {
    peak: () => peak,
    stop() {
      clearInterval(memory);
      stopDisk();
      stopCpu?.();
    },
  };
}
