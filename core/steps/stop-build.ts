import type { Factory } from "#core/factory.ts";
import { buildStepKey } from "#core/steps/build.ts";
import type { StepInput } from "#core/steps/context.ts";

/** Stops the task of an attempt that nobody waits for any more. A task that is gone already is fine. */
export async function stopBuild(
  { store, builders }: Pick<Factory, "store" | "builders">,
  { tenant, mission_id, attempt, retry }: StepInput & { attempt: number; retry: number },
): Promise<void> {
  const step = await store.get(buildStepKey(tenant, mission_id, attempt, retry));
  if (typeof step?.task === "string") await builders.stop(step.task, "The build ran out of time.");
}
