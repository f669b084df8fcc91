import { publishPullRequest } from "#core/steps/publish.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Opens the pull request. */
export const handler = step(missionInput, publishPullRequest);
