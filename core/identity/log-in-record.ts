import { human } from "#core/identity/actor.ts";
import { bindingRef } from "#core/identity/binding-ref.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";

/** The projection of a member's chain. */
interface MemberRecord {
  readonly log_ins: number;
  readonly last_log_in: string;
}

const members: Projection<MemberRecord> = {
  reduce: (member, { type, time }) => {
    if (type !== "gantry.auth.logged_in") throw new TypeError(`${type} is not a signal of a member`);
    return { log_ins: (member?.log_ins ?? 0) + 1, last_log_in: time };
  },
  listing: () => null,
};

/** Records a login on the member's chain, with its method and the role. Throws like `Ledger.append`. */
export async function recordLogIn({ ledger }: WithLedger, person: HumanCaller): Promise<void> {
  const { tenant, principal, membership, amr, auth_time } = person;
  const data = { membership, amr: [...amr], auth_time };
  const draft = { type: "gantry.auth.logged_in", data, actor: human(person) };
  await ledger.append(members, bindingRef(tenant, "member", principal), () => ({ drafts: [draft] }));
}
