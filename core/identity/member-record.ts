import { human } from "#core/identity/actor.ts";
import { bindingRef } from "#core/identity/binding-ref.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

/** Signals of a member: their data by signal type. They contain no password and no token. */
interface MemberFacts {
  "gantry.auth.logged_in": { membership: string; amr: string[]; auth_time: string };
  /** One session of the member, by its owner. */
  "gantry.auth.session_ended": { session_id: string };
  /** All sessions but the one that is `kept`. */
  "gantry.auth.sessions_ended": { kept: string; ended: number };
  "gantry.auth.password_changed": { kept: string; ended: number };
  /** A wrong password within a session, for an operation that requires the current one. */
  "gantry.auth.password_refused": { operation: string };
}

/** A fact about a member, without who recorded it and when. */
export type MemberFact = {
  [F in keyof MemberFacts]: { readonly type: F; readonly data: MemberFacts[F] };
}[keyof MemberFacts];

/** The projection of a member's chain. */
interface MemberRecord {
  readonly log_ins: number;
  readonly last_log_in: string | null;
}

const NOTHING: MemberRecord = { log_ins: 0, last_log_in: null };

const members: Projection<MemberRecord> = {
  reduce: (member, signal: Signal) => {
    const known = member ?? NOTHING;
    switch (signal.type as MemberFact["type"]) {
      case "gantry.auth.logged_in":
        return { log_ins: known.log_ins + 1, last_log_in: signal.time };
      case "gantry.auth.session_ended":
      case "gantry.auth.sessions_ended":
      case "gantry.auth.password_changed":
      case "gantry.auth.password_refused":
        return known;
      default:
        throw new TypeError(`${signal.type} is not a signal of a member`);
    }
  },
  listing: () => null,
};

/** Records a login on the member's chain, with its method and the role. Throws like `Ledger.append`. */
export async function recordLogIn(services: WithLedger, person: HumanCaller): Promise<void> {
  const { membership, amr, auth_time } = person;
  await recordOnMember(services, person, {
    type: "gantry.auth.logged_in",
    data: { membership, amr: [...amr], auth_time },
  });
}

/** Records what a person did with their own access on their chain. Throws like `Ledger.append`. */
export async function recordOnMember(
  { ledger }: WithLedger,
  person: HumanCaller,
  fact: MemberFact,
): Promise<void> {
  const draft = { ...fact, actor: human(person) };
  await ledger.append(members, bindingRef(person.tenant, "member", person.principal), () => ({
    drafts: [draft],
  }));
}
