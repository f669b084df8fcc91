import { openPullRequestTool } from "#core/directives/tools/repo.pull_request.open.ts";
import { allSignals, chainRoot } from "#core/evidence/root.ts";
import type { Factory } from "#core/factory.ts";
import { fileBytes } from "#core/files.ts";
import type { Signal } from "#core/ledger/signal.ts";
import type { Mission } from "#core/mission/mission.ts";
import { missionRef, say } from "#core/mission/missions.ts";
import { pullRequestBody } from "#core/mission/pull-request.ts";
import type { MissionFact } from "#core/mission/signals.ts";
import { loadManifest, openMission, type StepInput } from "#core/steps/context.ts";
import { performFor } from "#core/steps/effect.ts";
import { greenResult } from "#core/steps/output.ts";
import type { TreeFile } from "#core/tree.ts";

type Parts = Pick<Factory, "ledger" | "store" | "policy" | "artifacts" | "repositories">;

/** Opens the pull request with exactly the source that was audited. The default branch is never written. */
export async function publishPullRequest(factory: Parts, input: StepInput): Promise<void> {
  const opened = await openMission(factory, input);
  const mission = opened.state;
  opened.enter("PUBLISHING", mission.attempts);
  const result = await greenResult(factory, mission);
  const { git_tree } = result.source as NonNullable<typeof result.source>;
  const { store, policy, repositories } = factory;
  const source = () => draftedFiles(factory, mission);
  await performFor({ store, policy, repositories, source }, opened, {
    tool: openPullRequestTool,
    args: {
      project: mission.project,
      description: mission.plan.title,
      branch: `gantry/${mission.id}`,
      tree: git_tree,
      message: `${mission.plan.title}\n\nBuilt and audited by Gantry, mission ${mission.id}.`,
      author_date: mission.created_at,
      title: mission.plan.title,
      body: pullRequestBody(mission, result, await rootBeforePublishing(factory, input)),
    },
    key: mission.id,
    facts: (opened) => [say("gantry.pull_request.opened", opened)],
  });
}

async function draftedFiles(factory: Parts, mission: Mission): Promise<TreeFile[]> {
  const { files } = await loadManifest(factory, mission);
  return files.map((file) => ({ path: file.path, bytes: fileBytes(file) }));
}

/**
 * The root up to the last fact of the steps before this one. It stays the same, whatever is recorded meanwhile: a step
 * that runs again opens the pull request with the same words.
 */
async function rootBeforePublishing({ ledger }: Parts, { tenant, mission_id }: StepInput) {
  const signals = await allSignals(ledger, missionRef(tenant, mission_id));
  return chainRoot(signals.slice(0, signals.findLastIndex(endsStep) + 1));
}

const endsStep = ({ type }: Signal) => STEP_ENDS.includes(type);

const STEP_ENDS: readonly string[] = [
  "gantry.build.finished",
  "gantry.review.finished",
  "gantry.deployment.promoted",
] satisfies MissionFact[];
