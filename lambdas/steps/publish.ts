import { artifacts } from "#adapters/providers/artifacts.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { repositories } from "#adapters/providers/repositories.ts";
import { store } from "#adapters/providers/store.ts";
import { publishPullRequest } from "#core/factory/steps/publish.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Opens the pull request. */
export const handler = step(
  missionInput,
  servicesOf(ledger, store, artifacts, repositories, policies),
  publishPullRequest,
);
