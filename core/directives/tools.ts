import { deployLiveTool } from "#core/directives/tools/deploy.live.ts";
import { deployPreviewTool } from "#core/directives/tools/deploy.preview.ts";
import { deployProductionTool } from "#core/directives/tools/deploy.production.ts";
import { deployPromoteTool } from "#core/directives/tools/deploy.promote.ts";
import { deployReadyTool } from "#core/directives/tools/deploy.ready.ts";
import { deployRemoveTool } from "#core/directives/tools/deploy.remove.ts";
import { deployRestoreTool } from "#core/directives/tools/deploy.restore.ts";
import { openPullRequestTool } from "#core/directives/tools/repo.pull_request.open.ts";

/** All tools by name. No tool writes to a default branch. */
export const TOOLS = {
  "deploy.live": deployLiveTool,
  "deploy.preview": deployPreviewTool,
  "deploy.production": deployProductionTool,
  "deploy.promote": deployPromoteTool,
  "deploy.ready": deployReadyTool,
  "deploy.remove": deployRemoveTool,
  "deploy.restore": deployRestoreTool,
  "repo.pull_request.open": openPullRequestTool,
} as const;

type Tools = typeof TOOLS;

/** Names of the effect tools; each has a verdict in the policy. */
export type EffectToolName = {
  [T in keyof Tools]: Tools[T]["kind"] extends "effect" ? T : never;
}[keyof Tools];
export const EFFECT_TOOLS = Object.values(TOOLS).flatMap(({ kind, name }) =>
  kind === "effect" ? [name as EffectToolName] : [],
);
