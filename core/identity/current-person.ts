import type { HumanCaller } from "#core/identity/caller.ts";
import { readMember } from "#core/identity/member-secret.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import { GantryError } from "#core/kernel/errors.ts";

/**
 * The person with the role, the authority roles and the teams that they have now: a session keeps those of its
 * beginning. Undefined when they are no member of their tenant any more.
 */
export async function personNow(
  services: WithSecrets,
  person: HumanCaller,
): Promise<HumanCaller | undefined> {
  const member = await readMember(services, person.principal);
  if (member?.tenant !== person.tenant) return undefined;
  const { role: membership, roles, teams } = member;
  return { ...person, membership, roles, teams };
}

/** As {@link personNow}, for what counts only from a member. Throws Forbidden for a person who is none any more. */
export async function currentPerson(services: WithSecrets, person: HumanCaller): Promise<HumanCaller> {
  const now = await personNow(services, person);
  if (now) return now;
  throw new GantryError("Forbidden", "You are no longer a member of this organisation.");
}
