import { type CpuSample, cpuShare } from "#core/factory/build/cpu-share.ts";
import type { BuildLimits } from "#core/factory/build/limits.ts";

/** Number of samples within the time limit of a command. Most commands end before the first. */
const SAMPLES = 5;

export interface CpuWatch {
  /**
   * The share of the CPU time due to the app that the machine provided in the last `seconds`, 0 to 1. Takes a new
   * sample.
   */
  share(seconds: number): Promise<number>;
  stop(): void;
}

interface Watched {
  readonly limits: BuildLimits;
  /** Measures the CPU time of the reference program. */
  readonly control: () => Promise<CpuSample>;
  /** CPU time of the commands and the supervisor so far, in milliseconds. */
  readonly used: () => number;
}

/** Runs the reference program periodically while untrusted commands run, and once for each call of `share`. */
export function watchCpu({ limits, control, used }: Watched): CpuWatch {
  const samples: (CpuSample & { readonly at: number })[] = [];
  let taking: Promise<void> | undefined;
  let isStopped = false;
  const take = async () => {
    const at = performance.now();
    const before = used();
    const { ms, cpu_ms } = await control();
    if (isStopped) return; // The files that `used` reads may have been removed.
    // Not negative: the times of ended processes disappear.
    samples.push({ at, ms, cpu_ms: cpu_ms + Math.max(0, used() - before) });
  };
  const sample = () => {
    taking ??= take().finally(() => {
      taking = undefined;
    });
    return taking;
  };
  const timer = setInterval(sample, (limits.command_seconds * 1000) / SAMPLES);
  return {
    async share(seconds) {
      const since = performance.now() - seconds * 1000;
      await taking;
      await sample();
      return cpuShare(
        samples.filter(({ at }) => at >= since),
        limits.cpu_cores,
      );
    },
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
}
