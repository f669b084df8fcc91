import type { WithBuilders } from "#core/factory/build/builders.ts";
import { type BuildRef, readStep } from "#core/factory/steps/builder-lease.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** Stops the builder of a build that no step waits for. Does nothing when it has already ended. */
export async function stopBuild(services: WithStore & WithBuilders, build: BuildRef): Promise<void> {
  const step = await readStep(services, build);
  if (step?.task && !step.ended) await services.builders.stop(step.task, "No build needs this builder.");
}
