import { arch, cpus, loadavg, platform } from "node:os";
import { version } from "#cli/config.ts";
import type { EvalResult } from "#cli/eval/result.ts";
import { type Totals, totalsOf } from "#cli/eval/totals.ts";

/** What `eval.json` contains. */
export interface EvalReport {
  readonly version: 1;
  readonly gantry: string;
  readonly started_at: string;
  readonly ended_at: string;
  readonly url: string;
  readonly file: string;
  /** How many requests were to be run; fewer results mean that the run did not end. */
  readonly requests: number;
  readonly machine: {
    readonly platform: string;
    readonly cpus: number;
    readonly cpu: string;
    readonly node: string;
    /** Load average of the last minute, when the report was written. */
    readonly load: number;
  };
  readonly totals: Totals;
  readonly results: readonly EvalResult[];
}

export type Run = Pick<EvalReport, "started_at" | "url" | "file" | "requests">;

export function reportOf(run: Run, results: readonly EvalResult[]): EvalReport {
  const [first] = cpus();
  return {
    version: 1,
    gantry: version(),
    ...run,
    ended_at: new Date().toISOString(),
    machine: {
      platform: `${platform()} ${arch()}`,
      cpus: cpus().length,
      cpu: first?.model.trim() ?? "unknown",
      node: process.version,
      load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    },
    totals: totalsOf(results),
    results,
  };
}
