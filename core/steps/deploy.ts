import type { Factory } from "#core/factory.ts";
import { missionRef, missions, say } from "#core/mission/missions.ts";
import type { MissionFacts } from "#core/mission/signals.ts";
import { enterPhase, loadGoing, type StepInput } from "#core/steps/context.ts";
import { perform } from "#core/steps/directives.ts";
import { auditedOutput } from "#core/steps/output.ts";

type Parts = Pick<Factory, "ledger" | "store" | "policy" | "artifacts" | "archives" | "deployments">;

/** Deploys the audited output as a preview and waits until it answers. */
export async function deployPreview(factory: Parts, input: StepInput & { attempt: number }): Promise<void> {
  const mission = await loadGoing(factory, input);
  await enterPhase(factory, input, "DEPLOYING", input.attempt);
  const output_sha256 = mission.build?.output_sha256 as string;
  const intent = {
    tool: "deploy.preview",
    args: { project: mission.project, output_sha256 },
    key: `${mission.id}-${output_sha256.slice(0, 16)}`,
  } as const;
  const preview = await perform(
    factory,
    input,
    intent,
    async ({ idempotency_key }) => {
      const files = await auditedOutput(factory, mission);
      const project = await factory.deployments.ensureProject(mission.project);
      const meta = { gantryKey: idempotency_key, gantryMission: mission.id, gantryOutput: output_sha256 };
      const { id } = await factory.deployments.createPreview({ project, files, meta });
      const { url } = await factory.deployments.waitReady(id, factory.policy.missions.deploy_seconds);
      return { deployment: id, url };
    },
    ({ deployment, url }) => [say("gantry.deployment.previewed", { deployment, url, output_sha256 })],
  );
  await lookAt(factory, input, { ...preview, output_sha256 });
}

/** A repair that leads back to an earlier output finds its preview deployed already: it is the one to verify now. */
async function lookAt(
  { ledger }: Parts,
  { tenant, mission_id }: StepInput,
  preview: MissionFacts["gantry.deployment.previewed"],
): Promise<void> {
  await ledger.append(missions, missionRef(tenant, mission_id), (mission) =>
    mission?.deployment === preview.deployment
      ? null
      : { drafts: [say("gantry.deployment.previewed", preview)] },
  );
}

/** Makes the verified preview the project's production deployment. */
export async function promote(factory: Parts, input: StepInput): Promise<void> {
  const mission = await loadGoing(factory, input);
  await enterPhase(factory, input, "DEPLOYING", mission.attempts);
  const deployment = mission.deployment as string;
  const intent = {
    tool: "deploy.promote",
    args: { project: mission.project, deployment },
    key: `${mission.id}-${deployment}`,
  } as const;
  await perform(
    factory,
    input,
    intent,
    async () => {
      const project = await factory.deployments.ensureProject(mission.project);
      const { url } = await factory.deployments.promote(project, deployment);
      return { deployment, url };
    },
    (result) => [say("gantry.deployment.promoted", result)],
  );
}
