import { artifacts } from "#adapters/parts/artifacts.ts";
import { dependencies } from "#adapters/parts/dependencies.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { installLayer } from "#core/steps/install.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Provides the dependency layer. */
export const handler = step(attemptInput, factoryOf(ledger, artifacts, dependencies), installLayer);
