import type { HumanCaller } from "#core/identity/caller.ts";
import { readMember } from "#core/identity/member-secret.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import { GantryError } from "#core/kernel/errors.ts";

/**
 * The person with their current role, authority roles and teams; a session keeps those from its start. Undefined when
 * they are no longer a member of their tenant.
 */
export async function personNow<P extends HumanCaller>(
  services: WithSecrets,
  person: P,
): Promise<P | undefined> {
  const member = await readMember(services, person.principal);
  if (member?.tenant !== person.tenant) return undefined;
  const { role: membership, roles, teams } = member;
  return { ...person, membership, roles, teams };
}

/** Like {@link personNow}, but throws Forbidden for a person who is no longer a member. */
export async function currentPerson(services: WithSecrets, person: HumanCaller): Promise<HumanCaller> {
  const now = await personNow(services, person);
  if (now) return now;
  throw new GantryError("Forbidden", "You are no longer a member of this organisation.");
}
