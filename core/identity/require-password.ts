import type { HumanCaller } from "#core/identity/caller.ts";
import { checkPassword, type PasswordTry } from "#core/identity/check-password.ts";
import { recordOnMember } from "#core/identity/member-record.ts";
import type { Member } from "#core/identity/member-secret.ts";
import type { WithPasswords } from "#core/identity/passwords.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/**
 * Requires that the person knows their password, for an operation for which a session is not enough. Counts against the
 * limits of log-ins. Records a wrong password on the member's chain and throws Forbidden: the session itself is valid.
 */
export async function requirePassword(
  services: WithStore & WithLedger & WithClock & WithSecrets & WithPasswords,
  person: HumanCaller,
  { password, address, operation }: Omit<PasswordTry, "user"> & { readonly operation: string },
): Promise<Member> {
  const member = await checkPassword(services, { user: person.principal, password, address });
  if (member?.tenant === person.tenant) return member;
  await recordOnMember(services, person, { type: "gantry.auth.password_refused", data: { operation } });
  throw new GantryError("Forbidden", "The current password is wrong.", { field: "current_password" });
}
