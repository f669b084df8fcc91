import { type Provided, type Provider, provide } from "#adapters/provider.ts";
import { readEnv } from "#lambdas/runtime/env.ts";

/** A function's services, created on the first call and kept while the function is warm. */
export function servicesOf<const P extends readonly Provider[]>(...providers: P): () => Provided<P> {
  let services: Provided<P> | undefined;
  return () => {
    services ??= provide(providers, readEnv());
    return services;
  };
}
