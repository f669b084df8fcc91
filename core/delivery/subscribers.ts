import type { Handler } from "#core/delivery/handler.ts";

/** Which handlers take a signal, by its type. */
export interface Subscribers<S> {
  readonly byType: ReadonlyMap<string, readonly Handler<S>[]>;
  /** Handlers that take signals of every type. */
  readonly every: readonly Handler<S>[];
}

export function handlersOf<S>({ byType, every }: Subscribers<S>, type: string): readonly Handler<S>[] {
  return [...(byType.get(type) ?? []), ...every];
}
