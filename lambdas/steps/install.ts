import { artifacts } from "#adapters/providers/artifacts.ts";
import { dependencies } from "#adapters/providers/dependencies.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { installLayer } from "#core/factory/steps/install.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Provides the dependency layer. */
export const handler = step(attemptInput, servicesOf(ledger, artifacts, dependencies), installLayer);
