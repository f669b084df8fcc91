/** The CPU time that a reference program received during or after untrusted commands, in milliseconds. */
export interface CpuSample {
  /** Elapsed time of the program. */
  readonly ms: number;
  /** CPU time of the program, the commands and their supervisor in that time. */
  readonly cpu_ms: number;
}

/** Below this share, an exceeded time limit says nothing about the app. The margin to 1 covers measurement errors. */
const ENOUGH = 0.75;

/**
 * The share of the CPU time due to an app that the machine provided, 0 to 1: the mean over the samples, each capped
 * at 1. Due is what one thread can use of the cores that the limits allow. CPU time of the commands counts as provided,
 * so that a command cannot make the machine look busy by using CPU itself.
 */
export function cpuShare(samples: readonly CpuSample[], cpuCores: number): number {
  const due = Math.min(1, cpuCores);
  const shares = samples.map(({ ms, cpu_ms }) => Math.min(1, cpu_ms / (ms * due)));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Whether the machine, not the app, may have caused an exceeded time limit. */
export function isStarved(share: number): boolean {
  return share < ENOUGH;
}
