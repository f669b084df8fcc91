import { builders } from "#adapters/providers/builders.ts";
import { store } from "#adapters/providers/store.ts";
import { stopBuild } from "#core/factory/steps/stop-build.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { buildInput, step } from "#lambdas/runtime/step.ts";

/** Stops a builder that no step waits for. */
export const handler = step(buildInput, servicesOf(store, builders), stopBuild);
