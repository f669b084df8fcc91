import { stackOf } from "#core/factory/stacks/stacks.ts";
import type { Factory } from "#core/factory.ts";
import { type BuildRef, newBuilder, openStep, startBuilder } from "#core/steps/build-step.ts";
import { openMission, type StepInput } from "#core/steps/context.ts";

/**
 * Starts the builder of the first build before there is anything to build: it comes up while the app is drafted,
 * and waits for its job. Nothing depends on this; whatever is missing here, the build itself starts.
 */
export async function prepareBuild(
  factory: Pick<Factory, "ledger" | "store" | "artifacts" | "builders" | "policy" | "clock">,
  { tenant, mission_id }: StepInput,
): Promise<void> {
  const build: BuildRef = { tenant, mission_id, attempt: 1, retry: 0 };
  const { plan } = (await openMission(factory, build)).state;
  const { tier } = stackOf(plan.stack);
  const opened = await openStep(factory, build);
  const step = await opened.change((known) => known ?? newBuilder(factory, build, tier, 0));
  if (step.token !== null || step.ended) return;
  await startBuilder(factory, build, opened, step);
}
