import { artifacts } from "#adapters/parts/artifacts.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { inspectBuild } from "#core/steps/inspect.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { buildInput, step } from "#lambdas/runtime/step.ts";

/** Says what the builder's record means. */
export const handler = step(buildInput, factoryOf(ledger, artifacts), inspectBuild);
