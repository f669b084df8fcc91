import { z } from "zod";
import { builders } from "#adapters/providers/builders.ts";
import { clock } from "#adapters/providers/clock.ts";
import { policy } from "#adapters/providers/policy.ts";
import { sealer } from "#adapters/providers/sealer.ts";
import { store } from "#adapters/providers/store.ts";
import { sweepBuilders } from "#core/factory/steps/sweep.ts";
import { sweepRuns } from "#core/workflows/inline/sweep-runs.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { log } from "#lambdas/runtime/log.ts";
import { count } from "#lambdas/runtime/metrics.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const services = servicesOf(builders, policy, clock, store, sealer);
type Swept = ReturnType<typeof services>;

/**
 * EventBridge `Scheduled Event`: stops builders that exceed their maximum age, and requests the seals of overdue runs. A
 * failure of one does not prevent the other.
 */
export const handler = eventHandler(z.object({}), services, async (swept) => {
  const results = await Promise.allSettled([builderSweep(swept), runSweep(swept)]);
  for (const result of results) if (result.status === "rejected") throw result.reason;
});

async function builderSweep(swept: Swept): Promise<void> {
  const { stopped } = await sweepBuilders(swept);
  log(stopped > 0 ? "warn" : "info", "builders swept", { stopped });
  if (stopped > 0) count("BuildersLeft", stopped); // A metric costs money even if it is always 0.
}

async function runSweep(swept: Swept): Promise<void> {
  const { overdue } = await sweepRuns(swept);
  if (overdue > 0) log("warn", "runs swept", { overdue });
}
