import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { BehaviourModule } from "./behaviour-module.ts";

/** The behaviours that can be generated, one row each: see {@link BehaviourModule} for what a kind needs. */
export const BEHAVIOURS: {
  readonly [Kind in Behaviour["kind"]]?: BehaviourModule<Extract<Behaviour, { kind: Kind }>>;
} = {};

/** The module of a behaviour. Throws a TypeError for a kind without one. */
export function behaviourModule({ kind }: Behaviour): BehaviourModule {
  const module = BEHAVIOURS[kind];
  if (!module) throw new TypeError(`The behaviour '${kind}' cannot be generated.`);
  return module as BehaviourModule;
}
