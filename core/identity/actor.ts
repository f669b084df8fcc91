import type { Caller, HumanCaller } from "#core/identity/caller.ts";
import type { Actor } from "#core/kernel/ledger/signal.ts";

/** The person who speaks, in a session or through a device of theirs: the actor of decisions. */
export const human = ({ principal }: HumanCaller): Actor => ({ kind: "human", id: principal });

/** Who causes a fact that is no decision. */
export function actorOf(caller: Caller): Actor {
  switch (caller.kind) {
    case "human":
      return human(caller);
    case "service":
      return { kind: "integration", id: caller.principal, authtype: "api_key" };
    case "agent":
      return { kind: "agent", id: caller.principal };
  }
}
