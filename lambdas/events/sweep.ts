import { z } from "zod";
import { builders } from "#adapters/providers/builders.ts";
import { clock } from "#adapters/providers/clock.ts";
import { policy } from "#adapters/providers/policy.ts";
import { sweepBuilders } from "#core/factory/steps/sweep.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { log } from "#lambdas/runtime/log.ts";
import { count } from "#lambdas/runtime/metrics.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

/** EventBridge `Scheduled Event`: stops builders that exceed their maximum age. */
export const handler = eventHandler(z.object({}), servicesOf(builders, policy, clock), async (services) => {
  const { stopped } = await sweepBuilders(services);
  log(stopped > 0 ? "warn" : "info", "builders swept", { stopped });
  if (stopped > 0) count("BuildersLeft", stopped); // A metric costs money even if it is always 0.
});
