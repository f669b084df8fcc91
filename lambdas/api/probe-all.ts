import type { WithProbes } from "#core/web/probes.ts";
import { log } from "#lambdas/runtime/log.ts";

/** Whether each dependency responds, by name. Failures are logged. */
export async function probeAll({ probes }: WithProbes): Promise<Record<string, boolean>> {
  const results = await Promise.all(
    Object.entries(probes).map(async ([name, probe]) => {
      try {
        await probe();
        return [name, true] as const;
      } catch (error) {
        log("warn", "probe failed", { probe: name, error });
        return [name, false] as const;
      }
    }),
  );
  return Object.fromEntries(results);
}
