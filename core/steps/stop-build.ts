import type { Factory } from "#core/factory.ts";
import { type BuildRef, readStep } from "#core/steps/build-step.ts";

/** Stops the builder of a build that nothing waits for any more. One that is gone already is fine. */
export async function stopBuild(
  factory: Pick<Factory, "store" | "builders">,
  build: BuildRef,
): Promise<void> {
  const step = await readStep(factory, build);
  if (step?.task && !step.ended) await factory.builders.stop(step.task, "Nothing waits for this builder.");
}
