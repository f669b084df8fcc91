import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { builders } from "#adapters/providers/builders.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { store } from "#adapters/providers/store.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { onBuildObject } from "#core/factory/steps/builder-events.ts";
import { parseBuildObject } from "#core/kernel/artifacts.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const schema = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/** S3 `Object Created` in the artifact bucket: a builder's progress or result. */
export const handler = eventHandler(
  schema,
  servicesOf(ledger, store, artifacts, workflows, builders),
  (services, { detail }) => onBuildObject(services, { key: detail.object.key }),
  ({ detail }) => parseBuildObject(detail.object.key)?.mission,
);
