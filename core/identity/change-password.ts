import type { HumanCaller } from "#core/identity/caller.ts";
import { whileLocked } from "#core/identity/member-guard.ts";
import { recordOnMember } from "#core/identity/member-record.ts";
import { type Member, readMember } from "#core/identity/member-secret.ts";
import { endAllBut } from "#core/identity/own-sessions.ts";
import { isPassword, PASSWORD_FORM } from "#core/identity/password-rule.ts";
import type { WithPasswords } from "#core/identity/passwords.ts";
import { requirePassword } from "#core/identity/require-password.ts";
import type { WithSecretKeeper, WithSecrets } from "#core/identity/secrets.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

type Services = WithStore & WithLedger & WithClock & WithSecrets & WithSecretKeeper & WithPasswords;

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  /** The address of the client. */
  readonly address: string;
  /** The session in which the password is changed; all others end. */
  readonly session_id: string;
}

/**
 * Changes the person's password and ends all their other sessions. Returns how many sessions it ended. Sessions end
 * before the password changes, so that a process that dies leaves no session of an old password; and again after it,
 * because the old password may have been used in between. Throws InvalidInput for a password that is not permitted,
 * Forbidden when the current one is wrong, and Conflict when the password is being changed elsewhere.
 */
export async function changePassword(
  services: Services,
  person: HumanCaller,
  { current, next, address, session_id }: PasswordChange,
): Promise<number> {
  requireNew(current, next);
  const operation = "changePassword";
  const { phc } = await requirePassword(services, person, { password: current, address, operation });
  return whileLocked(services, person.principal, async () => {
    const member = await unchanged(services, person, phc);
    let ended = await endAllBut(services, person, session_id);
    const secret = { ...member, phc: await services.passwords.hash(next) };
    await services.secretKeeper.put(`users/${person.principal}`, JSON.stringify(secret));
    ended += await endAllBut(services, person, session_id);
    await recordOnMember(services, person, {
      type: "gantry.auth.password_changed",
      data: { kept: session_id, ended },
    });
    return ended;
  });
}

function requireNew(current: string, next: string): void {
  const refuse = (sentence: string) => new GantryError("InvalidInput", sentence, { field: "new_password" });
  if (!isPassword(next)) throw refuse(`new_password must be ${PASSWORD_FORM}.`);
  if (next === current) throw refuse("new_password must differ from the current password.");
}

/** The member as they are now; Conflict when the password has changed since it was checked. */
async function unchanged(services: WithSecrets, { principal }: HumanCaller, phc: string): Promise<Member> {
  const member = await readMember(services, principal);
  if (member?.phc === phc) return member;
  throw new GantryError("Conflict", "The password was changed elsewhere at this moment.");
}
