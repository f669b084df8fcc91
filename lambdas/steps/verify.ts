import { artifacts } from "#adapters/providers/artifacts.ts";
import { browser } from "#adapters/providers/browser.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { verifyPreview } from "#core/factory/steps/verify.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Runs the acceptance steps on the preview. */
export const handler = step(attemptInput, servicesOf(ledger, artifacts, browser, policies), verifyPreview);
