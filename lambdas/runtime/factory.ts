import { assemble, type Made, type Part } from "#adapters/part.ts";
import { readEnv } from "#lambdas/runtime/env.ts";

/** A function's factory of these parts: made on the first call, kept while the function is warm. */
export function factoryOf<const P extends readonly Part[]>(...parts: P): () => Made<P> {
  let made: Made<P> | undefined;
  return () => {
    made ??= assemble(parts, readEnv());
    return made;
  };
}
