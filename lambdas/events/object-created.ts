import { z } from "zod";
import { artifacts } from "#adapters/parts/artifacts.ts";
import { builders } from "#adapters/parts/builders.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { store } from "#adapters/parts/store.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { parseBuildObject } from "#core/artifacts.ts";
import { onBuildObject } from "#core/steps/builder-events.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";

const schema = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/** S3 `Object Created` in the artefact bucket: a builder's progress or result. */
export const handler = eventHandler(
  schema,
  factoryOf(ledger, store, artifacts, workflows, builders),
  (factory, { detail }) => onBuildObject(factory, { key: detail.object.key }),
  ({ detail }) => parseBuildObject(detail.object.key)?.mission,
);
