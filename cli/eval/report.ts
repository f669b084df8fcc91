import { arch, cpus, loadavg, platform } from "node:os";
import { z } from "zod";
import { version } from "#cli/config.ts";
import { type EvalResult, evalResult } from "#cli/eval/result.ts";
import { type Totals, totalsOf } from "#cli/eval/totals.ts";

/** Raised when a member of a report gets another meaning: only reports of one version are compared. */
export const REPORT_VERSION = 3;

/** The results of a run and where they come from, without the totals, which follow from the results. */
export const storedReport = z.object({
  version: z.literal(REPORT_VERSION),
  gantry: z.string(),
  started_at: z.string(),
  ended_at: z.string(),
  url: z.string(),
  file: z.string(),
  /** How many requests were to be run; fewer results mean that the run did not end. */
  requests: z.number().int(),
  machine: z.object({
    platform: z.string(),
    cpus: z.number(),
    cpu: z.string(),
    node: z.string(),
    /** Load average of the last minute, when the report was written. */
    load: z.number(),
  }),
  results: z.array(evalResult).readonly(),
});
export type StoredReport = z.infer<typeof storedReport>;

/** What `eval.json` contains. */
export type EvalReport = StoredReport & { readonly totals: Totals };

export type Run = Pick<EvalReport, "started_at" | "url" | "file" | "requests">;

export function reportOf(run: Run, results: readonly EvalResult[]): EvalReport {
  const [first] = cpus();
  return {
    version: REPORT_VERSION,
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
