/** What a fixed program received of the CPU, beside untrusted commands or after them. In milliseconds. */
export interface CpuSample {
  /** Wall time that the program took. */
  readonly ms: number;
  /** CPU time that the program, the commands and their supervisor received within it. */
  readonly cpu_ms: number;
}

/** With less of what is due to an app, a limit in seconds says nothing about the app. The rest is what measuring is off. */
const ENOUGH = 0.75;

/**
 * How much of the CPU time that is due to an app the machine gave, 0 to 1: the mean over the samples, of which none
 * makes up for another. Due is what one thread can use of the cores that the limits allow. What the commands received
 * counts as given, so that no command makes the machine look busy by what it uses itself.
 */
export function cpuShare(samples: readonly CpuSample[], cpuCores: number): number {
  const due = Math.min(1, cpuCores);
  const shares = samples.map(({ ms, cpu_ms }) => Math.min(1, cpu_ms / (ms * due)));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Whether the machine, and not the app, may be the reason that time ran out. */
export function isStarved(share: number): boolean {
  return share < ENOUGH;
}
