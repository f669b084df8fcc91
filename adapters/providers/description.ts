import { readFile } from "node:fs/promises";
import { z } from "zod";
import { provider } from "#adapters/provider.ts";
import { type ApiDescription, apiDescriptionSchema } from "#core/web/description.ts";

export const description = provider({
  name: "description",
  env: { OPENAPI_FILE: z.string().min(1) },
  create: ({ OPENAPI_FILE }) => {
    let read: Promise<ApiDescription> | undefined;
    return () => {
      read ??= readFile(OPENAPI_FILE, "utf8").then((text) => apiDescriptionSchema.parse(JSON.parse(text)));
      return read;
    };
  },
});
