import { z } from "zod";
import { lazy } from "#adapters/cache/lazy.ts";
import { loadLibrary } from "#adapters/files/library.ts";
import { provider } from "#adapters/provider.ts";

export const library = provider({
  name: "library",
  env: { APP_LIBRARY: z.string().min(1) },
  create: ({ APP_LIBRARY }) => {
    const kept = lazy({ library: () => loadLibrary(APP_LIBRARY) });
    return () => kept.library;
  },
});
