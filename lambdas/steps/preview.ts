import { archives } from "#adapters/providers/archives.ts";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { deployments } from "#adapters/providers/deployments.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { store } from "#adapters/providers/store.ts";
import { deployPreview } from "#core/factory/steps/deploy.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Deploys the audited output as a preview. */
export const handler = step(
  attemptInput,
  servicesOf(ledger, store, artifacts, archives, deployments, policies),
  deployPreview,
);
