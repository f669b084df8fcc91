import { execFile } from "node:child_process";
import type { CpuSample } from "#core/factory/build/cpu-share.ts";

/** CPU time of the reference program, including its start; long enough to be preempted several times under load. */
const CPU_MS = 150;
/** Maximum duration; a longer measurement would not change the conclusion. */
const MOST_MS = 3000;

const PROGRAM = `
  const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  while (used() < ${CPU_MS} && performance.now() < ${MOST_MS});
  process.stdout.write(JSON.stringify({ ms: performance.now(), cpu_ms: used() }));
`;

/**
 * Runs the reference program as the supervisor's user, outside the sandbox's limits. `cpu_ms` is 0 if it cannot run.
 */
export function measureControl(): Promise<CpuSample> {
  const started = performance.now();
  return new Promise((resolve) => {
    const options = { env: {}, timeout: 2 * MOST_MS, killSignal: "SIGKILL" } as const;
    execFile(process.execPath, ["-e", PROGRAM], options, (error, stdout) => {
      resolve(error ? { ms: performance.now() - started, cpu_ms: 0 } : JSON.parse(stdout));
    });
  });
}
