import { z } from "zod";
import { loadLibrary } from "#adapters/files/library.ts";
import { provider } from "#adapters/provider.ts";
import type { Library } from "#core/factory/generate/library.ts";

export const library = provider({
  name: "library",
  env: { APP_LIBRARY: z.string().min(1) },
  create: ({ APP_LIBRARY }) => {
    let loaded: Promise<Library> | undefined;
    return () => {
      loaded ??= loadLibrary(APP_LIBRARY);
      return loaded;
    };
  },
});
