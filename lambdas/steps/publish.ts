import { artifacts } from "#adapters/parts/artifacts.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { repositories } from "#adapters/parts/repositories.ts";
import { store } from "#adapters/parts/store.ts";
import { publishPullRequest } from "#core/steps/publish.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Opens the pull request. */
export const handler = step(
  missionInput,
  factoryOf(ledger, store, artifacts, repositories, policy),
  publishPullRequest,
);
