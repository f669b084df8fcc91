import { artifacts } from "#adapters/parts/artifacts.ts";
import { browser } from "#adapters/parts/browser.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { verifyPreview } from "#core/steps/verify.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Runs the acceptance steps on the preview. */
export const handler = step(attemptInput, factoryOf(ledger, artifacts, browser, policy), verifyPreview);
