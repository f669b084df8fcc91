import { createFactory } from "#adapters/deps.ts";
import type { Factory } from "#core/factory.ts";
import { readEnv } from "#lambdas/runtime/env.ts";

let made: Factory | undefined;

/** The function's factory: made on the first call, kept while the function is warm. */
export function factory(): Factory {
  made ??= createFactory(readEnv());
  return made;
}
