import { type CpuSample, cpuShare } from "#core/factory/build/cpu-share.ts";
import type { BuildLimits } from "#core/factory/build/job.ts";

/** Samples within the time that one command may take. Most commands end before the first. */
const SAMPLES = 5;

export interface CpuWatch {
  /** How much of the CPU time due to the app the machine gave in the last `seconds`, 0 to 1; this moment included. */
  share(seconds: number): Promise<number>;
  stop(): void;
}

interface Watched {
  readonly limits: BuildLimits;
  /** Measures what a fixed program receives now. */
  readonly control: () => Promise<CpuSample>;
  /** CPU time that the commands and the supervisor have received so far, in milliseconds. */
  readonly used: () => number;
}

/** Measures a control again and again while untrusted commands run, and once more whenever a share is asked for. */
export function watchCpu({ limits, control, used }: Watched): CpuWatch {
  const samples: (CpuSample & { readonly at: number })[] = [];
  let taking: Promise<void> | undefined;
  let isStopped = false;
  const take = async () => {
    const at = performance.now();
    const before = used();
    const { ms, cpu_ms } = await control();
    if (isStopped) return; // What `used` reads may be removed by now.
    // A tree that has ended takes its times along.
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
