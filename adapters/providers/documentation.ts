import { z } from "zod";
import { lazy } from "#adapters/cache/lazy.ts";
import { loadDocumentation } from "#adapters/files/documentation.ts";
import { provider } from "#adapters/provider.ts";
import { indexPassages } from "#core/factory/documentation/find-passages.ts";

export const documentation = provider({
  name: "documentation",
  env: { DOCUMENTATION: z.string().min(1) },
  create: ({ DOCUMENTATION }) => {
    const kept = lazy({ passages: () => loadDocumentation(DOCUMENTATION).then(indexPassages) });
    return () => kept.passages;
  },
});
