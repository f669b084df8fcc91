import type { Handler } from "#core/delivery/handler.ts";

/** The handlers of signals by signal type. */
export interface Subscribers<S> {
  readonly byType: ReadonlyMap<string, readonly Handler<S>[]>;
  /** Handlers of signals of every type. */
  readonly every: readonly Handler<S>[];
}

export function handlersOf<S>({ byType, every }: Subscribers<S>, type: string): readonly Handler<S>[] {
  return [...(byType.get(type) ?? []), ...every];
}
