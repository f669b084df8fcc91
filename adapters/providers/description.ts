import { readFile } from "node:fs/promises";
import { z } from "zod";
import { provider } from "#adapters/provider.ts";
import { description as schema } from "#core/web/replies/service.ts";

export const description = provider({
  name: "description",
  env: { OPENAPI_FILE: z.string().min(1) },
  create: ({ OPENAPI_FILE }) => {
    let read: Promise<z.infer<typeof schema>> | undefined;
    return () => {
      read ??= readFile(OPENAPI_FILE, "utf8").then((text) => schema.parse(JSON.parse(text)));
      return read;
    };
  },
});
