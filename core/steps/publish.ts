import { chainRoot } from "#core/evidence/root.ts";
import type { Factory } from "#core/factory.ts";
import { fileBytes } from "#core/files.ts";
import { missionRef, say } from "#core/mission/missions.ts";
import { pullRequestBody } from "#core/mission/pull-request.ts";
import { enterPhase, loadGoing, loadManifest, type StepInput } from "#core/steps/context.ts";
import { perform } from "#core/steps/directives.ts";
import { greenResult } from "#core/steps/output.ts";

type Parts = Pick<Factory, "ledger" | "store" | "policy" | "artifacts" | "repositories">;

/** Opens the pull request with exactly the source that was audited. The default branch is never written. */
export async function publishPullRequest(factory: Parts, input: StepInput): Promise<void> {
  const mission = await loadGoing(factory, input);
  await enterPhase(factory, input, "PUBLISHING", mission.attempts);
  const result = await greenResult(factory, mission);
  const source = result.source as NonNullable<typeof result.source>;
  const intent = {
    tool: "repo.pull_request.open",
    args: { project: mission.project, tree: source.git_tree },
    key: mission.id,
  } as const;
  await perform(
    factory,
    input,
    intent,
    async ({ idempotency_key }) => {
      const { files } = await loadManifest(factory, mission);
      const repository = await factory.repositories.ensureRepository({
        name: mission.project,
        description: mission.plan.title,
        private: true,
      });
      const opened = await factory.repositories.publish({
        repository,
        branch: `gantry/${mission.id}`,
        files: files.map((file) => ({ path: file.path, bytes: fileBytes(file) })),
        message: `${mission.plan.title}\n\nBuilt and audited by Gantry, mission ${mission.id}.`,
        author_date: mission.created_at,
        title: mission.plan.title,
        body: pullRequestBody(
          mission,
          result,
          await chainRoot(factory.ledger, missionRef(input.tenant, input.mission_id)),
        ),
        idempotency_key,
      });
      return {
        url: opened.pr_url,
        number: opened.pr_number,
        branch: opened.branch,
        commit: opened.commit_sha,
        tree: opened.tree_sha,
      };
    },
    (opened) => [say("gantry.pull_request.opened", opened)],
  );
}
