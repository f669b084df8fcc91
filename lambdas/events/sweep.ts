import { z } from "zod";
import { builders } from "#adapters/parts/builders.ts";
import { clock } from "#adapters/parts/clock.ts";
import { policy } from "#adapters/parts/policy.ts";
import { sweepBuilders } from "#core/steps/sweep.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { log } from "#lambdas/runtime/log.ts";
import { count } from "#lambdas/runtime/metrics.ts";

/** EventBridge's Scheduled Event: ends builders that are older than any can be. */
export const handler = eventHandler(z.object({}), factoryOf(builders, policy, clock), async (factory) => {
  const { stopped } = await sweepBuilders(factory);
  log(stopped > 0 ? "warn" : "info", "builders swept", { stopped });
  if (stopped > 0) count("BuildersLeft", stopped); // A metric costs what it costs, also when it is always 0.
});
