import { z } from "zod";
import { loadDocumentation } from "#adapters/files/documentation.ts";
import { provider } from "#adapters/provider.ts";
import { indexPassages } from "#core/factory/documentation/find-passages.ts";
import type { FindPassages } from "#core/factory/documentation/passage.ts";

export const documentation = provider({
  name: "documentation",
  env: { DOCUMENTATION: z.string().min(1) },
  create: ({ DOCUMENTATION }) => {
    let loaded: Promise<FindPassages> | undefined;
    return () => {
      loaded ??= loadDocumentation(DOCUMENTATION).then(indexPassages);
      return loaded;
    };
  },
});
