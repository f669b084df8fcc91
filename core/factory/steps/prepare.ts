import type { WithBuilders } from "#core/factory/build/builders.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { type BuildRef, newBuilder, openStep, startBuilder } from "#core/factory/steps/builder-lease.ts";
import { openMission, policyOf, type StepInput } from "#core/factory/steps/context.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/**
 * Starts the builder of the first build in advance: it starts up while the app is drafted, and waits for its job.
 * This is only an optimisation; if it fails, the build starts a builder itself.
 */
export async function prepareBuild(
  services: WithLedger & WithStore & WithArtifacts & WithBuilders & WithPolicies & WithClock,
  { tenant, mission_id }: StepInput,
): Promise<void> {
  const build: BuildRef = { tenant, mission_id, attempt: 1, retry: 0 };
  const mission = (await openMission(services, build)).state;
  const policy = await policyOf(services, mission);
  const { tier } = stackOf(mission.plan.stack);
  const opened = await openStep(services, build);
  const step = await opened.change((known) => known ?? newBuilder(services, policy, build, tier, 0));
  if (step.token !== null || step.ended) return;
  await startBuilder(services, policy, build, opened, step);
}
