import { readFileSync } from "node:fs";
import type { BuildResult } from "#core/factory/build/result.ts";
import { consult } from "#core/factory/conversation/consult.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { admitMission } from "#core/factory/steps/admit.ts";
import { startBuild } from "#core/factory/steps/build.ts";
import { onBuildObject, onTaskStopped } from "#core/factory/steps/builder-events.ts";
import { checkDraft } from "#core/factory/steps/check.ts";
import { checkLive } from "#core/factory/steps/check-live.ts";
import { deployPreview, promote } from "#core/factory/steps/deploy.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { healDraft } from "#core/factory/steps/heal.ts";
import { inspectBuild } from "#core/factory/steps/inspect.ts";
import { installLayer } from "#core/factory/steps/install.ts";
import { prepareBuild } from "#core/factory/steps/prepare.ts";
import { publishPullRequest } from "#core/factory/steps/publish.ts";
import { reviewApp } from "#core/factory/steps/review.ts";
import { releaseSlot, sealMission } from "#core/factory/steps/seal.ts";
import { stopBuild } from "#core/factory/steps/stop-build.ts";
import { verifyPreview } from "#core/factory/steps/verify.ts";
import { machineFunctions } from "#deployment/machines.ts";
import { functionArn } from "#local/topology.ts";
import { type MachineRun, runMachine } from "#test/support/machine.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { buildResult, leaveResult } from "#test/support/samples.ts";
import { taskError } from "#test/support/scripted-tasks.ts";
import { recordedSource } from "./mission-run.ts";

const DEFINITION = readFileSync(
  new URL("../../../../statemachines/mission.asl.json", import.meta.url),
  "utf8",
);
const ARNS = Object.fromEntries(
  [...machineFunctions("mission")].map(([placeholder, name]) => [placeholder, functionArn(name)]),
);

/** What the functions of the machine's tasks do, by the name of the function. */
const STEPS: Readonly<Record<string, (world: World, input: any) => Promise<unknown>>> = {
  prepare: prepareBuild,
  architect: draftApp,
  check: checkDraft,
  install: installLayer,
  "stop-build": stopBuild,
  inspect: inspectBuild,
  heal: healDraft,
  review: reviewApp,
  preview: deployPreview,
  verify: verifyPreview,
  promote,
  "check-live": checkLive,
  publish: publishPullRequest,
  seal: sealMission,
  release: releaseSlot,
};

/**
 * A person's sentence and yes, then the mission on the real machine, whose architect drafts these files, with a
 * builder that tells its progress once.
 */
export async function runWholeMission(
  world: World,
  files: Manifest["files"],
): Promise<MachineRun & { mission_id: string }> {
  const source = recordedSource(files);
  const { conversation_id, plan } = await consult(world, OWNER, { message: "Build me a task manager" });
  const { mission_id } = await consult(world, OWNER, { conversation_id, confirm: plan?.hash });
  const mission = { tenant: OWNER.tenant, mission_id: mission_id as string };
  const steps = Object.entries(STEPS).map(([name, step]) => [name, (input: any) => step(world, input)]);
  const run = await runMachine(DEFINITION, {
    substitutions: ARNS,
    input: { ...mission, deploy: true, publish: true, limits: world.policy.missions },
    start: world.clock.now(),
    tasks: {
      ...Object.fromEntries(steps),
      admit: async (input) => {
        await admitMission(world, input);
        return answerTo(world, input.token);
      },
      build: async (input) => {
        await startBuild(world, input);
        await build(world, input, source);
        return answerTo(world, input.token);
      },
    },
  });
  return { ...run, mission_id: mission.mission_id };
}

/** What the builder and its cloud do: progress, the result, and the end of the task. */
async function build(
  world: World,
  { tenant, mission_id, attempt, retry }: any,
  source: BuildResult["source"],
): Promise<void> {
  const folder = `t/${tenant}/missions/${mission_id}/builds/${attempt}/${retry}`;
  const progress = { version: 1, mission_id, attempt, seq: 1, phase: "audit", elapsed_ms: 5000 };
  world.artifacts.all.set(
    `${folder}/progress.json`,
    new TextEncoder().encode(JSON.stringify({ ...progress, memory_mb: 80, output_tail: "" })),
  );
  await onBuildObject(world, { key: `${folder}/progress.json` });
  leaveResult(world, buildResult({ mission_id, attempt, source }), retry);
  await onBuildObject(world, { key: `${folder}/result.json` });
  const stopped = { tenant, mission: mission_id, attempt, retry, start: 0 };
  await onTaskStopped(world, { ...stopped, exit_code: 0, reason: "" });
}

/** The answer to a task token that a step or an event has given by now. */
function answerTo(world: World, token: string): unknown {
  const answer = world.workflows.answers.get(token);
  if (!answer) throw new Error("nothing answered the token");
  if ("error" in answer) throw taskError(answer.error, answer.cause);
  return answer.output;
}
