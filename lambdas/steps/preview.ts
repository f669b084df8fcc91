import { archives } from "#adapters/parts/archives.ts";
import { artifacts } from "#adapters/parts/artifacts.ts";
import { deployments } from "#adapters/parts/deployments.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { store } from "#adapters/parts/store.ts";
import { deployPreview } from "#core/steps/deploy.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Deploys the audited output as a preview. */
export const handler = step(
  attemptInput,
  factoryOf(ledger, store, artifacts, archives, deployments, policy),
  deployPreview,
);
