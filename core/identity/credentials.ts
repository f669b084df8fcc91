import type { Caller } from "#core/identity/caller.ts";
import { keyIdOf } from "#core/identity/key-format.ts";
import { readKey } from "#core/identity/key-lookup.ts";
import { readSession } from "#core/identity/session.ts";

/** Who presents this token: a session's, or the key of a device or a service. Undefined when it is neither or over. */
export async function readCredential(
  services: Parameters<typeof readSession>[0] & Parameters<typeof readKey>[0],
  token: string,
): Promise<Caller | undefined> {
  return keyIdOf(token) === undefined ? readSession(services, token) : readKey(services, token);
}
