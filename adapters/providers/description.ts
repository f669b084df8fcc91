import { readFile } from "node:fs/promises";
import { z } from "zod";
import { lazy } from "#adapters/cache/lazy.ts";
import { provider } from "#adapters/provider.ts";
import { type ApiDescription, apiDescriptionSchema } from "#core/web/description.ts";

export const description = provider({
  name: "description",
  env: { OPENAPI_FILE: z.string().min(1) },
  create: ({ OPENAPI_FILE }) => {
    const kept = lazy({ description: () => readDescription(OPENAPI_FILE) });
    return () => kept.description;
  },
});

async function readDescription(file: string): Promise<ApiDescription> {
  return apiDescriptionSchema.parse(JSON.parse(await readFile(file, "utf8")));
}
