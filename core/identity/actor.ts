import type { Caller, HumanCaller } from "#core/identity/caller.ts";
import type { Actor } from "#core/kernel/ledger/signal.ts";

/** The person of a session or personal device as the actor of a signal, such as a decision. */
export const human = ({ principal }: HumanCaller): Actor => ({ kind: "human", id: principal });

/** The caller as the actor of a signal that is not a decision. */
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
