import type { WithDeployments } from "#core/directives/deployments.ts";
import { deployPreviewTool } from "#core/directives/tools/deploy.preview.ts";
import { deployPromoteTool } from "#core/directives/tools/deploy.promote.ts";
import type { WithArchives } from "#core/factory/build/archives.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import type { MissionFacts } from "#core/factory/mission/signals.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { type OpenMission, openMission, policyOf, type StepInput } from "#core/factory/steps/context.ts";
import { type Awaiting, performFor } from "#core/factory/steps/effect.ts";
import { auditedOutput } from "#core/factory/steps/output.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

type Services = WithLedger & WithStore & WithPolicies & WithDeployments;

/** Deploys the audited output as a preview and waits until it is ready. */
export async function deployPreview(
  services: Services & WithArtifacts & WithArchives,
  input: StepInput & { attempt: number },
): Promise<Awaiting | undefined> {
  const opened = await openMission(services, input);
  const mission = opened.state;
  opened.enter("DEPLOYING", input.attempt);
  const output_sha256 = mission.build?.output_sha256 as string;
  const { store, deployments } = services;
  const policy = await policyOf(services, mission);
  const output = () => auditedOutput(services, policy, mission);
  const performed = await performFor({ store, policy, deployments, output }, opened, {
    tool: deployPreviewTool,
    args: { project: mission.project, output_sha256 },
    key: `${mission.id}-${output_sha256.slice(0, 16)}`,
    facts: (made) => [missionSignal("gantry.deployment.previewed", { ...made, output_sha256 })],
  });
  if ("awaits" in performed) return performed;
  await recordPreview(opened, { ...performed.result, output_sha256 });
  return undefined;
}

/** Records an existing preview, which a repair that results in an earlier output reuses, as the one to verify. */
async function recordPreview(
  mission: OpenMission,
  preview: MissionFacts["gantry.deployment.previewed"],
): Promise<void> {
  await mission.append((state) =>
    state?.deployment === preview.deployment
      ? null
      : { drafts: [missionSignal("gantry.deployment.previewed", preview)] },
  );
}

/** Makes the verified preview the project's production deployment. */
export async function promote(services: Services, input: StepInput): Promise<Awaiting | undefined> {
  const opened = await openMission(services, input);
  const mission = opened.state;
  opened.enter("DEPLOYING", mission.attempts);
  const deployment = mission.deployment as string;
  const { store, deployments } = services;
  const policy = await policyOf(services, mission);
  const performed = await performFor({ store, policy, deployments }, opened, {
    tool: deployPromoteTool,
    args: { project: mission.project, deployment },
    key: `${mission.id}-${deployment}`,
    facts: (result) => [missionSignal("gantry.deployment.promoted", result)],
  });
  return "awaits" in performed ? performed : undefined;
}
