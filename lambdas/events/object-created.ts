import { z } from "zod";
import { onBuildObject } from "#core/steps/builder-events.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";

const schema = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/** S3 `Object Created` in the artefact bucket: a builder's progress or result. */
export const handler = eventHandler(schema, (factory, { detail }) =>
  onBuildObject(factory, { key: detail.object.key }),
);
