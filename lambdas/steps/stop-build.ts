import { builders } from "#adapters/parts/builders.ts";
import { store } from "#adapters/parts/store.ts";
import { stopBuild } from "#core/steps/stop-build.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { buildInput, step } from "#lambdas/runtime/step.ts";

/** Stops a builder that nothing waits for. */
export const handler = step(buildInput, factoryOf(store, builders), stopBuild);
