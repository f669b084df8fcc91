import { artifacts } from "#adapters/providers/artifacts.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { inspectBuild } from "#core/factory/steps/inspect.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { buildInput, step } from "#lambdas/runtime/step.ts";

/** Reads and records the builder's result. */
export const handler = step(buildInput, servicesOf(ledger, artifacts), inspectBuild);
