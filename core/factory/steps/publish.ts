import type { WithRepositories } from "#core/directives/repositories.ts";
import { openPullRequestTool } from "#core/directives/tools/repo.pull_request.open.ts";
import { allSignals, chainRoot } from "#core/evidence/root.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionBranch } from "#core/factory/mission/mission-branch.ts";
import { missionRef, missionSignal } from "#core/factory/mission/missions.ts";
import { pullRequestBody } from "#core/factory/mission/pull-request.ts";
import type { MissionFact } from "#core/factory/mission/signals.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { openMission, policyOf, type StepInput } from "#core/factory/steps/context.ts";
import { type Awaiting, performFor } from "#core/factory/steps/effect.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { greenResult } from "#core/factory/steps/output.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { fileBytes } from "#core/kernel/files.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { TreeFile } from "#core/kernel/tree.ts";

type Services = WithLedger & WithStore & WithPolicies & WithArtifacts & WithRepositories;

/** Opens the pull request with exactly the audited source. Never writes to the default branch. */
export async function publishPullRequest(
  services: Services,
  input: StepInput,
): Promise<Awaiting | undefined> {
  const opened = await openMission(services, input);
  const mission = opened.state;
  opened.enter("PUBLISHING", mission.attempts);
  const result = await greenResult(services, mission);
  const { git_tree } = result.source as NonNullable<typeof result.source>;
  const { store, repositories } = services;
  const { repository } = mission.plan.change ?? {};
  const policy = await policyOf(services, mission);
  const source = () => draftedFiles(services, mission);
  const performed = await performFor({ store, policy, repositories, source }, opened, {
    tool: openPullRequestTool,
    args: {
      project: mission.project,
      description: mission.plan.title,
      branch: missionBranch(mission.id),
      ...(repository && { parent: repository.commit }),
      tree: git_tree,
      message: `${mission.plan.title}\n\nBuilt and audited by Gantry, mission ${mission.id}.`,
      author_date: mission.created_at,
      title: mission.plan.title,
      body: pullRequestBody(mission, result, await rootBeforePublishing(services, input)),
    },
    key: mission.id,
    facts: (opened) => [missionSignal("gantry.pull_request.opened", opened)],
  });
  return "awaits" in performed ? performed : undefined;
}

async function draftedFiles(services: Services, mission: Mission): Promise<TreeFile[]> {
  const { files } = await loadManifest(services, mission);
  return files.map((file) => ({ path: file.path, bytes: fileBytes(file) }));
}

/**
 * The Merkle root up to the last signal of the previous steps. It does not change with later signals, so that a
 * repeated step opens the pull request with the same body.
 */
async function rootBeforePublishing({ ledger }: Services, { tenant, mission_id }: StepInput) {
  const signals = await allSignals(ledger, missionRef(tenant, mission_id));
  return chainRoot(signals.slice(0, signals.findLastIndex(endsStep) + 1));
}

const endsStep = ({ type }: Signal) => STEP_ENDS.includes(type);

const STEP_ENDS: readonly string[] = [
  "gantry.build.finished",
  "gantry.review.finished",
  "gantry.deployment.promoted",
  "gantry.deployment.checked",
] satisfies MissionFact[];
